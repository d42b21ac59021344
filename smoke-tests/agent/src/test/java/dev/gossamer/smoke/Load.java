package dev.gossamer.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Requests one after the other, on several threads, until they are stopped. */
final class Load implements AutoCloseable {
  private final List<Thread> threads = new ArrayList<>();
  private final Set<String> answers = ConcurrentHashMap.newKeySet();
  private int answered;
  private volatile boolean over;

  Load(int concurrency, Callable<String> request) {
    for (int i = 0; i < concurrency; i++) {
      Thread thread = new Thread(() -> run(request), "load-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void run(Callable<String> request) {
    while (!over) {
      String answer;
      try {
        answer = request.call();
      } catch (Throwable failed) {
        answer = failed.toString();
      }
      answers.add(answer);
      synchronized (this) {
        answered++;
        notifyAll();
      }
    }
  }

  /** Waits for so many more answers. */
  synchronized void awaitAnswers(int count) throws InterruptedException {
    int wanted = answered + count;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (answered < wanted) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("requests hang: " + answered + " of " + wanted + " answered");
      }
      wait(left);
    }
  }

  /** Ends it; the different answers that there were. */
  Set<String> stop() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
      if (thread.isAlive()) {
        throw new AssertionError("a request hangs");
      }
    }
    return answers;
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
