package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.testing.app.TestApp;
import io.reactivex.Observable;
import io.reactivex.Scheduler;
import io.reactivex.Single;
import io.reactivex.schedulers.Schedulers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests, each of which leaves a span, from operators and observers on any thread. Written
 * for RxJava 2; the tests rename its classes for RxJava 3.
 */
final class RxApp {
  static final LoopThread LOOP = new LoopThread();

  private RxApp() {}

  public static void main(String[] args) throws Exception {
    LOOP.start();
    Map<String, Scheduler> schedulers = new LinkedHashMap<>();
    schedulers.put("io", Schedulers.io());
    schedulers.put("computation", Schedulers.computation());
    schedulers.put("single", Schedulers.single());
    schedulers.put("trampoline", Schedulers.trampoline());
    schedulers.put("new-thread", Schedulers.newThread());
    schedulers.put("from-service", Schedulers.from(Executors.newFixedThreadPool(2)));
    schedulers.put("from-scheduled", Schedulers.from(Executors.newSingleThreadScheduledExecutor()));
    schedulers.put("from-executor", Schedulers.from(LOOP::later));
    schedulers.forEach(RxApp::onScheduler);
    Operators.offer();
    AnyThread.offer();
    Hooks.offer();
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  private static void onScheduler(String name, Scheduler scheduler) {
    TestApp.command(
        "subscribe-on-" + name,
        url -> "" + Single.fromCallable(() -> get(url[0])).subscribeOn(scheduler).blockingGet());
    TestApp.command(
        "observe-on-" + name,
        url ->
            ""
                + Observable.just(url[0], url[0])
                    .observeOn(scheduler)
                    .map(RxApp::get)
                    .toList()
                    .blockingGet());
    TestApp.command(
        "delay-on-" + name,
        url ->
            ""
                + Observable.just(url[0])
                    .delay(2, TimeUnit.MILLISECONDS, scheduler)
                    .map(RxApp::get)
                    .blockingFirst());
    TestApp.command(
        "interval-on-" + name,
        url ->
            ""
                + Observable.interval(1, 1, TimeUnit.MILLISECONDS, scheduler)
                    .take(2)
                    .map(tick -> get(url[0]))
                    .toList()
                    .blockingGet());
    TestApp.command("direct-on-" + name, url -> direct(scheduler, url[0]));
    TestApp.command("worker-on-" + name, url -> worker(scheduler, url[0]));
  }

  private static String direct(Scheduler scheduler, String url) throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    Runnable task =
        () -> {
          get(url);
          twice.countDown();
        };
    scheduler.scheduleDirect(task);
    scheduler.scheduleDirect(task, 2, TimeUnit.MILLISECONDS);
    return "" + twice.await(20, TimeUnit.SECONDS);
  }

  private static String worker(Scheduler scheduler, String url) throws InterruptedException {
    CountDownLatch thrice = new CountDownLatch(3);
    Runnable task =
        () -> {
          get(url);
          thrice.countDown();
        };
    Scheduler.Worker worker = scheduler.createWorker();
    worker.schedule(task);
    worker.schedule(task);
    worker.schedule(task, 2, TimeUnit.MILLISECONDS);
    boolean ran = thrice.await(20, TimeUnit.SECONDS);
    worker.dispose();
    return "" + ran;
  }

  static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
