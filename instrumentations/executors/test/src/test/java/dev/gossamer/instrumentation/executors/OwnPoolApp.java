package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Has a pool of its own, whose class is the first in this JVM to extend what the JDK's pools
 * extend, too.
 */
final class OwnPoolApp {
  private OwnPoolApp() {}

  public static void main(String[] args) throws Exception {
    ExecutorService pool = new OwnPool();
    TestApp.command(
        "submit", url -> pool.submit(() -> "" + TestApp.get(url[0])).get(20, TimeUnit.SECONDS));
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  /** One thread that runs one task after the other, and no end. */
  private static final class OwnPool extends AbstractExecutorService {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    OwnPool() {
      Thread thread = new Thread(this::work, "own-pool");
      thread.setDaemon(true);
      thread.start();
    }

    private void work() {
      try {
        while (true) {
          tasks.take().run();
        }
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }
}
