package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Hands tasks to executors in every way there is; a task sends a request, so that it leaves a span.
 */
final class ExecutorsApp {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(2);
  private static final LoopThread LOOP = new LoopThread();
  private static final AtomicReference<ExecutorService> LATE = new AtomicReference<>();

  private ExecutorsApp() {}

  public static void main(String[] args) throws Exception {
    TestApp.command("execute", url -> await(done -> POOL.execute(then(send(url[0]), done))));
    TestApp.command("submit-runnable", url -> wait(POOL.submit((Runnable) send(url[0]))));
    TestApp.command("submit-callable", url -> wait(POOL.submit(callable(url[0]))));
    TestApp.command("submit-result", url -> wait(POOL.submit((Runnable) send(url[0]), "given")));
    TestApp.command(
        "invoke-all",
        url -> "" + POOL.invokeAll(List.of(callable(url[0]), callable(url[0]))).size());
    TestApp.command(
        "invoke-all-timeout",
        url -> "" + POOL.invokeAll(List.of(callable(url[0])), 20, TimeUnit.SECONDS).size());
    TestApp.command("invoke-any", url -> POOL.invokeAny(List.of(callable(url[0]))));
    TestApp.command(
        "invoke-any-timeout",
        url -> POOL.invokeAny(List.of(callable(url[0])), 20, TimeUnit.SECONDS));
    TestApp.command("future-task", ExecutorsApp::futureTask);
    TestApp.command("same-task-thrice", ExecutorsApp::sameTaskThrice);
    TestApp.command("caller-runs", ExecutorsApp::callerRuns);
    TestApp.command("rejected", ExecutorsApp::rejected);
    TestApp.command("schedule", ExecutorsApp::schedule);
    TestApp.command("schedule-decorated", ExecutorsApp::scheduleDecorated);
    TestApp.command("schedule-periodic", ExecutorsApp::schedulePeriodic);
    TestApp.command(
        "fork-join-execute", url -> await(d -> FORK_JOIN.execute(then(send(url[0]), d))));
    TestApp.command("fork-join-submit", url -> wait(FORK_JOIN.submit(callable(url[0]))));
    TestApp.command("fork-join-invoke", url -> FORK_JOIN.invoke(new Forking(url[0], 2)));
    TestApp.command("parallel-stream", ExecutorsApp::parallelStream);
    TestApp.command("supply-async", url -> CompletableFuture.supplyAsync(supplier(url)).get());
    TestApp.command(
        "supply-async-pool", url -> CompletableFuture.supplyAsync(supplier(url), POOL).get());
    TestApp.command("then-apply-async", ExecutorsApp::thenApplyAsync);
    TestApp.command("own-executor-service", ExecutorsApp::ownExecutorService);
    TestApp.command("virtual-start", ExecutorsApp::virtualStart);
    TestApp.command("virtual-executor", ExecutorsApp::virtualExecutor);
    TestApp.command("virtual-pool-first", ExecutorsApp::virtualPoolFirst);
    TestApp.command(
        "virtual-pool-later",
        url -> wait(Objects.requireNonNull(LATE.get()).submit(callable(url[0]))));
    TestApp.command("hooks", ExecutorsApp::hooks);
    TestApp.command("remove-and-purge", ExecutorsApp::removeAndPurge);
    TestApp.command("priorities", ExecutorsApp::priorities);
    TestApp.command("loop-start", ExecutorsApp::loopStart);
    TestApp.command("loop-later", url -> await(done -> LOOP.tasks.add(then(send(url[0]), done))));
    TestApp.command("throwing-task", ExecutorsApp::throwingTask);
    TestApp.command("java-version", none -> "" + Runtime.version().feature());
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  private static Runnable send(String url) {
    return () -> {
      try {
        TestApp.get(url);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Callable<String> callable(String url) {
    return () -> "" + TestApp.get(url);
  }

  private static Supplier<String> supplier(String[] url) {
    return () -> {
      send(url[0]).run();
      return "sent";
    };
  }

  private static Runnable then(Runnable task, CountDownLatch done) {
    return () -> {
      task.run();
      done.countDown();
    };
  }

  private interface Start {
    void with(CountDownLatch done) throws Exception;
  }

  private static String await(Start start) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    start.with(done);
    return "" + done.await(20, TimeUnit.SECONDS);
  }

  private static String wait(Future<?> future) throws Exception {
    return String.valueOf(future.get(20, TimeUnit.SECONDS));
  }

  private static String futureTask(String[] url) throws Exception {
    FutureTask<String> task = new FutureTask<>(callable(url[0]));
    POOL.execute(task);
    return wait(task);
  }

  private static String sameTaskThrice(String[] url) throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    Runnable task =
        () -> {
          send(url[0]).run();
          done.countDown();
        };
    POOL.execute(task);
    POOL.execute(task);
    POOL.execute(task);
    return "" + done.await(20, TimeUnit.SECONDS);
  }

  private static String callerRuns(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new ThreadPoolExecutor.CallerRunsPolicy());
    CountDownLatch busy = new CountDownLatch(1);
    pool.execute(() -> awaitQuietly(busy));
    pool.execute(send(url[0]));
    busy.countDown();
    pool.shutdown();
    return "" + pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static String rejected(String[] url) {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdown();
    try {
      closed.execute(send(url[0]));
      return "accepted";
    } catch (RejectedExecutionException e) {
      return "rejected";
    }
  }

  private static String schedule(String[] url) throws Exception {
    ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    String sent = wait(scheduler.schedule(callable(url[0]), 5, TimeUnit.MILLISECONDS));
    scheduler.shutdown();
    return sent;
  }

  private static String scheduleDecorated(String[] url) throws Exception {
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
    String sent = wait(scheduler.schedule(callable(url[0]), 5, TimeUnit.MILLISECONDS));
    scheduler.shutdown();
    return sent;
  }

  private static String schedulePeriodic(String[] url) throws Exception {
    ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    CountDownLatch twice = new CountDownLatch(2);
    ScheduledFuture<?> periodic =
        scheduler.scheduleAtFixedRate(
            () -> {
              if (twice.getCount() > 0) {
                send(url[0]).run();
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

  private static String parallelStream(String[] url) throws Exception {
    return wait(
        FORK_JOIN.submit(() -> IntStream.range(0, 4).parallel().map(i -> get(url[0])).sum()));
  }

  private static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String thenApplyAsync(String[] url) throws Exception {
    return CompletableFuture.supplyAsync(() -> "start", POOL)
        .thenApplyAsync(
            start -> {
              send(url[0]).run();
              return start;
            },
            POOL)
        .get();
  }

  private static String ownExecutorService(String[] url) throws Exception {
    try (OwnService own = new OwnService()) {
      return wait(own.submit(callable(url[0])));
    }
  }

  private static String virtualStart(String[] url) throws Exception {
    return await(
        done ->
            Thread.class
                .getMethod("startVirtualThread", Runnable.class)
                .invoke(null, then(send(url[0]), done)));
  }

  private static String virtualExecutor(String[] url) throws Exception {
    ExecutorService perTask =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    String sent = wait(perTask.submit(callable(url[0])));
    perTask.shutdown();
    return sent;
  }

  /** A pool of virtual threads, the first of which is made below a span. */
  private static String virtualPoolFirst(String[] url) throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    ThreadFactory factory =
        (ThreadFactory)
            Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    ExecutorService pool = Executors.newFixedThreadPool(1, factory);
    LATE.set(pool);
    return wait(pool.submit(callable(url[0])));
  }

  private static String hooks(String[] url) throws Exception {
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
    Runnable task = send(url[0]);
    pool.execute(task);
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    return "" + (seen.size() == 2 && seen.get(0) == task && seen.get(1) == task);
  }

  private static String removeAndPurge(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    CountDownLatch busy = new CountDownLatch(1);
    pool.execute(() -> awaitQuietly(busy));
    Runnable task = send(url[0]);
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

  private static String priorities(String[] url) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(4, Comparator.comparing(task -> ((Ranked) task).rank)));
    CountDownLatch busy = new CountDownLatch(1);
    List<Integer> order = new CopyOnWriteArrayList<>();
    pool.execute(new Ranked(0, () -> awaitQuietly(busy)));
    pool.execute(new Ranked(2, () -> order.add(2)));
    pool.execute(
        new Ranked(
            1,
            () -> {
              order.add(1);
              send(url[0]).run();
            }));
    busy.countDown();
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    return order.toString();
  }

  private static String loopStart(String[] url) throws Exception {
    LOOP.setDaemon(true);
    LOOP.start();
    return await(done -> LOOP.tasks.add(done::countDown));
  }

  private static String throwingTask(String[] url) throws Exception {
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
    String sent = wait(pool.submit(callable(url[0])));
    pool.shutdown();
    return sent;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  /** A thread of a framework that serves whoever comes. */
  private static final class LoopThread extends Thread {
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

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

  private static final class Forking extends RecursiveTask<String> {
    private final String url;
    private final int depth;

    Forking(String url, int depth) {
      this.url = url;
      this.depth = depth;
    }

    @Override
    protected String compute() {
      if (depth == 0) {
        return "" + ExecutorsApp.get(url);
      }
      Forking left = new Forking(url, depth - 1);
      Forking right = new Forking(url, depth - 1);
      left.fork();
      return right.compute() + left.join();
    }
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

  /** An executor service with a thread of its own making. */
  private static final class OwnService extends AbstractExecutorService implements AutoCloseable {
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
}
