package dev.gossamer.instrumentation.executors;

import java.util.concurrent.LinkedBlockingQueue;

/** A thread of a framework that serves whoever comes. */
final class LoopThread extends Thread {
  final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

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
