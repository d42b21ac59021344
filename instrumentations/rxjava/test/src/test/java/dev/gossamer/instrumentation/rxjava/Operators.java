package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.testing.app.TestApp;
import io.reactivex.Flowable;
import io.reactivex.Observable;
import io.reactivex.Scheduler;
import io.reactivex.Single;
import io.reactivex.schedulers.Schedulers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What changes threads by itself: time, failure, cancellation, parallelism. */
final class Operators {
  private static final TimeUnit MS = TimeUnit.MILLISECONDS;

  private Operators() {}

  static void offer() {
    TestApp.command(
        "buffer",
        url ->
            ""
                + Observable.interval(1, MS)
                    .buffer(3, MS)
                    .take(1)
                    .map(some -> RxApp.get(url[0]))
                    .blockingFirst());
    TestApp.command(
        "sample",
        url ->
            ""
                + Flowable.interval(1, MS)
                    .sample(3, MS)
                    .take(1)
                    .map(some -> RxApp.get(url[0]))
                    .blockingFirst());
    TestApp.command(
        "timeout",
        url ->
            ""
                + Observable.<Integer>never()
                    .timeout(2, MS, Observable.fromCallable(() -> RxApp.get(url[0])))
                    .blockingFirst());
    TestApp.command("retry", Operators::retry);
    TestApp.command(
        "error",
        url ->
            ""
                + Single.<Integer>error(new IllegalStateException("meant to be"))
                    .subscribeOn(Schedulers.io())
                    .observeOn(Schedulers.computation())
                    .onErrorReturn(thrown -> RxApp.get(url[0]))
                    .blockingGet());
    TestApp.command("cancel", Operators::cancel);
    TestApp.command(
        "flat-map",
        url ->
            ""
                + Flowable.range(1, 4)
                    .flatMap(
                        i ->
                            Flowable.fromCallable(() -> RxApp.get(url[0]))
                                .subscribeOn(Schedulers.io()))
                    .count()
                    .blockingGet());
    TestApp.command(
        "zip",
        url ->
            ""
                + Single.zip(
                        Single.fromCallable(() -> RxApp.get(url[0])).subscribeOn(Schedulers.io()),
                        Single.timer(2, MS).map(tick -> RxApp.get(url[0])),
                        Integer::sum)
                    .blockingGet());
    TestApp.command(
        "parallel",
        url ->
            ""
                + Flowable.range(1, 4)
                    .parallel(2)
                    .runOn(Schedulers.computation())
                    .map(i -> RxApp.get(url[0]))
                    .sequential()
                    .count()
                    .blockingGet());
    TestApp.command("drain", Operators::drain);
  }

  private static String retry(String[] url) {
    AtomicInteger tries = new AtomicInteger();
    return ""
        + Observable.fromCallable(
                () -> {
                  int status = RxApp.get(url[0]);
                  if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("meant to be");
                  }
                  return status;
                })
            .subscribeOn(Schedulers.io())
            .retryWhen(errors -> errors.delay(2, MS))
            .blockingFirst();
  }

  private static String cancel(String[] url) throws InterruptedException {
    CountDownLatch cancelled = new CountDownLatch(1);
    Observable.never()
        .doOnDispose(
            () -> {
              RxApp.get(url[0]);
              cancelled.countDown();
            })
        .takeUntil(Observable.timer(2, MS))
        .blockingSubscribe();
    return "" + cancelled.await(20, TimeUnit.SECONDS);
  }

  /** One turn of a worker runs a task of a request and one of nobody. */
  private static String drain(String[] url) throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch both = new CountDownLatch(2);
    LoopThread turns = new LoopThread();
    turns.start();
    Scheduler.Worker worker = Schedulers.from(turns::later).createWorker();
    Runnable task =
        () -> {
          RxApp.get(url[0]);
          both.countDown();
        };
    worker.schedule(
        () -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    worker.schedule(task);
    CountDownLatch queued = new CountDownLatch(1);
    RxApp.LOOP.later(
        () -> {
          worker.schedule(task);
          queued.countDown();
        });
    queued.await();
    gate.countDown();
    boolean ran = both.await(20, TimeUnit.SECONDS);
    turns.interrupt();
    return "" + ran;
  }
}
