package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

/** Sends requests, each of which leaves a span, from tasks of Spring's executors and schedulers. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
class SpringApp {
  /** What the scheduled method sends. */
  private static final ConcurrentLinkedQueue<Errand> ERRANDS = new ConcurrentLinkedQueue<>();

  private record Errand(String url, CountDownLatch done) {}

  public static void main(String[] args) throws Exception {
    AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(SpringApp.class);
    Asynchronous beans = context.getBean(Asynchronous.class);
    TestApp.command("async-future", url -> beans.future(url[0]).get(20, TimeUnit.SECONDS));
    TestApp.command(
        "async-void",
        url -> {
          CountDownLatch done = new CountDownLatch(1);
          beans.nothing(url[0], done);
          return "" + done.await(20, TimeUnit.SECONDS);
        });
    TestApp.command("async-named", url -> beans.named(url[0]).get(20, TimeUnit.SECONDS));
    TestApp.command("scheduled-method", SpringApp::scheduledMethod);

    SimpleAsyncTaskExecutor limited = new SimpleAsyncTaskExecutor();
    limited.setConcurrencyLimit(2);
    ThreadPoolTaskExecutor decorating = pool();
    decorating.setTaskDecorator(task -> task::run);
    decorating.afterPropertiesSet();
    executor("simple", new SimpleAsyncTaskExecutor());
    executor("simple-limited", limited);
    executor("pool", context.getBean("pool", ThreadPoolTaskExecutor.class));
    executor("pool-decorating", decorating);

    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(2);
    scheduler.afterPropertiesSet();
    scheduler("pool", scheduler);
    scheduler(
        "concurrent", new ConcurrentTaskScheduler(Executors.newSingleThreadScheduledExecutor()));
    TestApp.command("listenable", url -> Listenable.callback(decorating, url[0]));
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  static String send(String url) {
    try {
      return "" + TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static ThreadPoolTaskExecutor pool() {
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setCorePoolSize(2);
    return pool;
  }

  private static void executor(String name, AsyncTaskExecutor executor) {
    TestApp.command(
        "execute-" + name,
        url -> {
          CountDownLatch done = new CountDownLatch(1);
          executor.execute(
              () -> {
                send(url[0]);
                done.countDown();
              });
          return "" + done.await(20, TimeUnit.SECONDS);
        });
    TestApp.command(
        "submit-" + name, url -> executor.submit(() -> send(url[0])).get(20, TimeUnit.SECONDS));
  }

  private static void scheduler(String name, TaskScheduler scheduler) {
    TestApp.command(
        "once-" + name,
        url -> {
          CountDownLatch done = new CountDownLatch(1);
          ScheduledFuture<?> once =
              scheduler.schedule(
                  () -> {
                    send(url[0]);
                    done.countDown();
                  },
                  Instant.now().plusMillis(2));
          return done.await(20, TimeUnit.SECONDS) + " " + once.isCancelled();
        });
    TestApp.command(
        "rate-" + name,
        url -> twice(url[0], task -> scheduler.scheduleAtFixedRate(task, Duration.ofMillis(2))));
    TestApp.command(
        "trigger-" + name,
        url -> twice(url[0], task -> scheduler.schedule(task, new PeriodicTrigger(2))));
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
                send(url);
                twice.countDown();
              }
            });
    boolean ran = twice.await(20, TimeUnit.SECONDS);
    periodic.cancel(false);
    return "" + ran;
  }

  private static String scheduledMethod(String[] url) throws InterruptedException {
    Errand errand = new Errand(url[0], new CountDownLatch(1));
    ERRANDS.add(errand);
    return "" + errand.done.await(20, TimeUnit.SECONDS);
  }

  @Bean
  Asynchronous asynchronous() {
    return new Asynchronous();
  }

  @Bean
  Periodic periodic() {
    return new Periodic();
  }

  @Bean(name = {"pool", "taskExecutor"})
  ThreadPoolTaskExecutor taskExecutor() {
    return pool();
  }

  @Bean
  SimpleAsyncTaskExecutor simple() {
    return new SimpleAsyncTaskExecutor("simple-");
  }

  static class Asynchronous {
    @Async
    CompletableFuture<String> future(String url) {
      return CompletableFuture.completedFuture(send(url));
    }

    @Async
    void nothing(String url, CountDownLatch done) {
      send(url);
      done.countDown();
    }

    @Async("simple")
    CompletableFuture<String> named(String url) {
      return CompletableFuture.completedFuture(send(url));
    }
  }

  static class Periodic {
    @Scheduled(fixedDelay = 5)
    void run() {
      Errand errand = ERRANDS.poll();
      if (errand != null) {
        send(errand.url);
        errand.done.countDown();
      }
    }
  }
}
