package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tasks that send a request, and waits for them. */
final class Tasks {
  private Tasks() {}

  static Runnable send(String url) {
    return () -> {
      try {
        TestApp.get(url);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  static Callable<String> callable(String url) {
    return () -> "" + TestApp.get(url);
  }

  static Supplier<String> supplier(String[] url) {
    return () -> {
      send(url[0]).run();
      return "sent";
    };
  }

  static Runnable then(Runnable task, CountDownLatch done) {
    return () -> {
      task.run();
      done.countDown();
    };
  }

  interface Start {
    void with(CountDownLatch done) throws Exception;
  }

  static String await(Start start) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    start.with(done);
    return "" + done.await(20, TimeUnit.SECONDS);
  }

  static String wait(Future<?> future) throws Exception {
    return String.valueOf(future.get(20, TimeUnit.SECONDS));
  }

  static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
