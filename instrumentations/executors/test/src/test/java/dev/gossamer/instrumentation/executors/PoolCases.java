package dev.gossamer.instrumentation.executors;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What pools do to a task besides running it. */
final class PoolCases {
  private PoolCases() {}

  static String callerRuns(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new ThreadPoolExecutor.CallerRunsPolicy());
    CountDownLatch busy = new CountDownLatch(1);
    pool.execute(() -> Tasks.awaitQuietly(busy));
    pool.execute(Tasks.send(url[0]));
    busy.countDown();
    pool.shutdown();
    return "" + pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  static String rejected(String[] url) {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdown();
    try {
      closed.execute(Tasks.send(url[0]));
      return "accepted";
    } catch (RejectedExecutionException e) {
      return "rejected";
    }
  }

  static String hooks(String[] url) throws Exception {
    List<Runnable> seen = new CopyOnWriteArrayList<>();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            seen.add(task);
          }

          @Override
          protected void afterExecute(Runnable task, Throwable thrown) {
            seen.add(task);
          }
        };
    Runnable task = Tasks.send(url[0]);
    pool.execute(task);
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    return "" + (seen.size() == 2 && seen.get(0) == task && seen.get(1) == task);
  }

  static String removeAndPurge(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    CountDownLatch busy = new CountDownLatch(1);
    pool.execute(() -> Tasks.awaitQuietly(busy));
    Runnable task = Tasks.send(url[0]);
    pool.execute(task);
    boolean queued = pool.getQueue().peek() == task;
    boolean removed = pool.remove(task);
    Future<?> cancelled = pool.submit(task);
    cancelled.cancel(false);
    pool.purge();
    boolean purged = pool.getQueue().isEmpty();
    pool.shutdown();
    busy.countDown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    return "" + (queued && removed && purged);
  }

  static String priorities(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(4, Comparator.comparing(task -> ((Ranked) task).rank)));
    CountDownLatch busy = new CountDownLatch(1);
    List<Integer> order = new CopyOnWriteArrayList<>();
    pool.execute(new Ranked(0, () -> Tasks.awaitQuietly(busy)));
    pool.execute(new Ranked(2, () -> order.add(2)));
    pool.execute(
        new Ranked(
            1,
            () -> {
              order.add(1);
              Tasks.send(url[0]).run();
            }));
    busy.countDown();
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    return order.toString();
  }

  static String throwingTask(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task);
              thread.setUncaughtExceptionHandler((t, e) -> {});
              return thread;
            });
    pool.execute(
        () -> {
          throw new IllegalArgumentException("meant to be");
        });
    String sent = Tasks.wait(pool.submit(Tasks.callable(url[0])));
    pool.shutdown();
    return sent;
  }

  private static final class Ranked implements Runnable {
    private final int rank;
    private final Runnable task;

    Ranked(int rank, Runnable task) {
      this.rank = rank;
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }
  }
}
