package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Hands tasks to executors in every way there is; a task sends a request, so that it leaves a span.
 */
final class ExecutorsApp {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(2);
  private static final LoopThread LOOP = new LoopThread();

  private ExecutorsApp() {}

  public static void main(String[] args) throws Exception {
    TestApp.command(
        "execute", url -> Tasks.await(done -> POOL.execute(Tasks.then(Tasks.send(url[0]), done))));
    TestApp.command(
        "submit-runnable", url -> Tasks.wait(POOL.submit((Runnable) Tasks.send(url[0]))));
    TestApp.command("submit-callable", url -> Tasks.wait(POOL.submit(Tasks.callable(url[0]))));
    TestApp.command(
        "submit-result", url -> Tasks.wait(POOL.submit((Runnable) Tasks.send(url[0]), "given")));
    TestApp.command(
        "invoke-all",
        url -> "" + POOL.invokeAll(List.of(Tasks.callable(url[0]), Tasks.callable(url[0]))).size());
    TestApp.command(
        "invoke-all-timeout",
        url -> "" + POOL.invokeAll(List.of(Tasks.callable(url[0])), 20, TimeUnit.SECONDS).size());
    TestApp.command("invoke-any", url -> POOL.invokeAny(List.of(Tasks.callable(url[0]))));
    TestApp.command(
        "invoke-any-timeout",
        url -> POOL.invokeAny(List.of(Tasks.callable(url[0])), 20, TimeUnit.SECONDS));
    TestApp.command("future-task", ExecutorsApp::futureTask);
    TestApp.command("same-task-thrice", ExecutorsApp::sameTaskThrice);
    TestApp.command("caller-runs", PoolCases::callerRuns);
    TestApp.command("rejected", PoolCases::rejected);
    TestApp.command("schedule", ScheduledCases::schedule);
    TestApp.command("schedule-decorated", ScheduledCases::scheduleDecorated);
    TestApp.command("schedule-periodic", ScheduledCases::schedulePeriodic);
    TestApp.command(
        "fork-join-execute",
        url -> Tasks.await(d -> FORK_JOIN.execute(Tasks.then(Tasks.send(url[0]), d))));
    TestApp.command(
        "fork-join-submit", url -> Tasks.wait(FORK_JOIN.submit(Tasks.callable(url[0]))));
    TestApp.command("fork-join-invoke", url -> FORK_JOIN.invoke(new Forking(url[0], 2)));
    TestApp.command("parallel-stream", ExecutorsApp::parallelStream);
    TestApp.command(
        "supply-async", url -> CompletableFuture.supplyAsync(Tasks.supplier(url)).get());
    TestApp.command(
        "supply-async-pool", url -> CompletableFuture.supplyAsync(Tasks.supplier(url), POOL).get());
    TestApp.command("then-apply-async", ExecutorsApp::thenApplyAsync);
    TestApp.command("own-executor-service", ExecutorsApp::ownExecutorService);
    TestApp.command("virtual-start", VirtualCases::virtualStart);
    TestApp.command("virtual-executor", VirtualCases::virtualExecutor);
    TestApp.command("virtual-pool-first", VirtualCases::virtualPoolFirst);
    TestApp.command("virtual-pool-later", VirtualCases::virtualPoolLater);
    TestApp.command("hooks", PoolCases::hooks);
    TestApp.command("remove-and-purge", PoolCases::removeAndPurge);
    TestApp.command("priorities", PoolCases::priorities);
    TestApp.command("loop-start", ExecutorsApp::loopStart);
    TestApp.command(
        "loop-later",
        url -> Tasks.await(done -> LOOP.tasks.add(Tasks.then(Tasks.send(url[0]), done))));
    TestApp.command("throwing-task", PoolCases::throwingTask);
    TestApp.command("java-version", none -> "" + Runtime.version().feature());
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  private static String futureTask(String[] url) throws Exception {
    FutureTask<String> task = new FutureTask<>(Tasks.callable(url[0]));
    POOL.execute(task);
    return Tasks.wait(task);
  }

  private static String sameTaskThrice(String[] url) throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    Runnable task =
        () -> {
          Tasks.send(url[0]).run();
          done.countDown();
        };
    POOL.execute(task);
    POOL.execute(task);
    POOL.execute(task);
    return "" + done.await(20, TimeUnit.SECONDS);
  }

  private static String parallelStream(String[] url) throws Exception {
    return Tasks.wait(
        FORK_JOIN.submit(() -> IntStream.range(0, 4).parallel().map(i -> Tasks.get(url[0])).sum()));
  }

  private static String thenApplyAsync(String[] url) throws Exception {
    return CompletableFuture.supplyAsync(() -> "start", POOL)
        .thenApplyAsync(
            start -> {
              Tasks.send(url[0]).run();
              return start;
            },
            POOL)
        .get();
  }

  private static String ownExecutorService(String[] url) throws Exception {
    try (OwnService own = new OwnService()) {
      return Tasks.wait(own.submit(Tasks.callable(url[0])));
    }
  }

  private static String loopStart(String[] url) throws Exception {
    LOOP.setDaemon(true);
    LOOP.start();
    return Tasks.await(done -> LOOP.tasks.add(done::countDown));
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
        return "" + Tasks.get(url);
      }
      Forking left = new Forking(url, depth - 1);
      Forking right = new Forking(url, depth - 1);
      left.fork();
      return right.compute() + left.join();
    }
  }
}
