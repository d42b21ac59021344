package dev.gossamer.instrumentation.rxjava;

import java.util.concurrent.LinkedBlockingQueue;

/** A thread of a client library, say: it serves whoever comes, and no executor knows of it. */
final class LoopThread extends Thread {
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  LoopThread() {
    super("loop");
    setDaemon(true);
  }

  /** Runs it on this thread, in no context but what the task itself brings. */
  void later(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void run() {
    try {
      while (true) {
        tasks.take().run();
      }
    } catch (InterruptedException e) {
      interrupt();
    }
  }
}
