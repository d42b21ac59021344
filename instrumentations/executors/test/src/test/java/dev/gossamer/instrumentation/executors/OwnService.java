package dev.gossamer.instrumentation.executors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** An executor service with a thread of its own making. */
final class OwnService extends AbstractExecutorService implements AutoCloseable {
  private final LoopThread thread = new LoopThread();

  OwnService() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    thread.tasks.add(task);
  }

  @Override
  public void shutdown() {
    thread.interrupt();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return new ArrayList<>();
  }

  @Override
  public boolean isShutdown() {
    return thread.isInterrupted();
  }

  @Override
  public boolean isTerminated() {
    return !thread.isAlive();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    thread.join(unit.toMillis(timeout));
    return !thread.isAlive();
  }

  @Override
  public void close() {
    shutdown();
  }
}
