package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.threads.EnhancedQueueExecutor;

/** Sends requests, each of which leaves a span, from tasks of the pool of JBoss Threads. */
final class JBossThreadsApp {
  private JBossThreadsApp() {}

  public static void main(String[] args) throws Exception {
    EnhancedQueueExecutor pool =
        new EnhancedQueueExecutor.Builder()
            .setCorePoolSize(2)
            .setMaximumPoolSize(2)
            .setRegisterMBean(false)
            .build();
    ExecutorService executor = pool;
    TestApp.command(
        "execute",
        url -> {
          CountDownLatch done = new CountDownLatch(1);
          executor.execute(() -> send(url[0], done));
          return "" + done.await(20, TimeUnit.SECONDS);
        });
    TestApp.command("submit", url -> executor.submit(() -> send(url[0])).get(20, TimeUnit.SECONDS));
    // Since 3.0.
    if (executor instanceof ScheduledExecutorService scheduler) {
      schedule(scheduler);
    }
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  private static void schedule(ScheduledExecutorService scheduler) {
    TestApp.command(
        "schedule",
        url -> {
          CountDownLatch done = new CountDownLatch(1);
          Runnable task = () -> send(url[0], done);
          scheduler.schedule(task, 2, TimeUnit.MILLISECONDS);
          return "" + done.await(20, TimeUnit.SECONDS);
        });
    TestApp.command(
        "schedule-callable",
        url -> {
          Callable<String> task = () -> send(url[0]);
          return scheduler.schedule(task, 2, TimeUnit.MILLISECONDS).get(20, TimeUnit.SECONDS);
        });
    TestApp.command(
        "rate",
        url ->
            twice(
                url[0], task -> scheduler.scheduleAtFixedRate(task, 2, 2, TimeUnit.MILLISECONDS)));
    TestApp.command(
        "delay",
        url ->
            twice(
                url[0],
                task -> scheduler.scheduleWithFixedDelay(task, 2, 2, TimeUnit.MILLISECONDS)));
  }

  private interface Schedule {
    Future<?> of(Runnable task);
  }

  private static String twice(String url, Schedule schedule) throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    Future<?> periodic =
        schedule.of(
            () -> {
              if (twice.getCount() > 0) {
                send(url, twice);
              }
            });
    boolean ran = twice.await(20, TimeUnit.SECONDS);
    periodic.cancel(false);
    return "" + ran;
  }

  private static void send(String url, CountDownLatch done) {
    send(url);
    done.countDown();
  }

  private static String send(String url) {
    try {
      return "" + TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
