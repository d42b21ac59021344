package dev.gossamer.instrumentation.executors;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tasks for later. */
final class ScheduledCases {
  private ScheduledCases() {}

  static String schedule(String[] url) throws Exception {
    ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    String sent = Tasks.wait(scheduler.schedule(Tasks.callable(url[0]), 5, TimeUnit.MILLISECONDS));
    scheduler.shutdown();
    return sent;
  }

  static String scheduleDecorated(String[] url) throws Exception {
    List<Object> decorated = new CopyOnWriteArrayList<>();
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(1) {
          @Override
          protected <V> RunnableScheduledFuture<V> decorateTask(
              Callable<V> callable, RunnableScheduledFuture<V> task) {
            RunnableScheduledFuture<V> decoration = new Decoration<>(task);
            decorated.add(decoration);
            return decoration;
          }

          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            if (!decorated.contains(task)) {
              throw new IllegalStateException("not the decorated task: " + task);
            }
          }
        };
    String sent = Tasks.wait(scheduler.schedule(Tasks.callable(url[0]), 5, TimeUnit.MILLISECONDS));
    scheduler.shutdown();
    return sent;
  }

  static String schedulePeriodic(String[] url) throws Exception {
    ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    CountDownLatch twice = new CountDownLatch(2);
    ScheduledFuture<?> periodic =
        scheduler.scheduleAtFixedRate(
            () -> {
              if (twice.getCount() > 0) {
                Tasks.send(url[0]).run();
                twice.countDown();
              }
            },
            1,
            1,
            TimeUnit.MILLISECONDS);
    boolean ran = twice.await(20, TimeUnit.SECONDS);
    periodic.cancel(false);
    scheduler.shutdown();
    return "" + ran;
  }

  private static final class Decoration<V> implements RunnableScheduledFuture<V> {
    private final RunnableScheduledFuture<V> task;

    Decoration(RunnableScheduledFuture<V> task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }

    @Override
    public boolean isPeriodic() {
      return task.isPeriodic();
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return task.getDelay(unit);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return task.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean isCancelled() {
      return task.isCancelled();
    }

    @Override
    public boolean isDone() {
      return task.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
      return task.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return task.get(timeout, unit);
    }
  }
}
