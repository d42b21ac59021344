package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.testing.app.TestApp;
import io.reactivex.BackpressureStrategy;
import io.reactivex.Completable;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.Observable;
import io.reactivex.Observer;
import io.reactivex.Single;
import io.reactivex.disposables.Disposable;
import io.reactivex.processors.PublishProcessor;
import io.reactivex.processors.UnicastProcessor;
import io.reactivex.schedulers.Schedulers;
import io.reactivex.subjects.PublishSubject;
import io.reactivex.subjects.SingleSubject;
import io.reactivex.subjects.Subject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Sources whose signals come from a thread that knows of no subscription. */
final class AnyThread {
  /** An event bus, as applications have it. */
  private static final Subject<String> BUS = PublishSubject.<String>create().toSerialized();

  private static final CyclicBarrier TOGETHER = new CyclicBarrier(2);
  private static final PublishSubject<Integer> SHARED = PublishSubject.create();
  private static final Observable<Integer> REF_COUNTED = SHARED.publish().refCount();
  private static final SingleSubject<Integer> ASKED = SingleSubject.create();
  private static final Single<Integer> CACHED = ASKED.cache();

  private AnyThread() {}

  static void offer() {
    created();
    subjects();
    others();
    TestApp.command("together-shared", AnyThread::togetherShared);
    TestApp.command("together-cached", AnyThread::togetherCached);
    TestApp.command("listen", AnyThread::listen);
    TestApp.command("tell", AnyThread::tell);
    TestApp.command("loop", AnyThread::onLoop);
  }

  private static void created() {
    TestApp.command(
        "observable-create",
        url ->
            ""
                + Observable.<String>create(
                        emitter ->
                            RxApp.LOOP.later(
                                () -> {
                                  emitter.onNext(url[0]);
                                  emitter.onComplete();
                                }))
                    .map(RxApp::get)
                    .doOnComplete(() -> RxApp.get(url[0]))
                    .toList()
                    .blockingGet());
    TestApp.command(
        "flowable-create",
        url ->
            ""
                + Flowable.<String>create(
                        emitter ->
                            RxApp.LOOP.later(
                                () -> {
                                  emitter.onNext(url[0]);
                                  emitter.onComplete();
                                }),
                        BackpressureStrategy.BUFFER)
                    .doOnNext(RxApp::get)
                    .observeOn(Schedulers.io())
                    .map(RxApp::get)
                    .blockingFirst());
    TestApp.command(
        "single-create",
        url ->
            ""
                + Single.<String>create(e -> RxApp.LOOP.later(() -> e.onSuccess(url[0])))
                    .flatMap(u -> Single.fromCallable(() -> RxApp.get(u)))
                    .blockingGet());
    TestApp.command(
        "maybe-create",
        url ->
            ""
                + Maybe.<String>create(e -> RxApp.LOOP.later(() -> e.onSuccess(url[0])))
                    .map(RxApp::get)
                    .blockingGet());
    TestApp.command(
        "completable-create",
        url ->
            ""
                + Completable.create(e -> RxApp.LOOP.later(e::onComplete))
                    .andThen(Single.fromCallable(() -> RxApp.get(url[0])))
                    .blockingGet());
    TestApp.command(
        "error-from-anywhere",
        url ->
            ""
                + Single.<Integer>create(
                        e ->
                            RxApp.LOOP.later(
                                () -> e.onError(new IllegalStateException("meant to be"))))
                    .onErrorReturn(thrown -> RxApp.get(url[0]))
                    .blockingGet());
  }

  private static void subjects() {
    TestApp.command(
        "subject",
        url -> {
          PublishSubject<String> subject = PublishSubject.create();
          Observable<Integer> got = subject.map(RxApp::get);
          SingleSubject<Integer> first = SingleSubject.create();
          got.firstOrError().subscribe(first);
          RxApp.LOOP.later(() -> subject.onNext(url[0]));
          return "" + first.blockingGet();
        });
    TestApp.command(
        "processor",
        url -> {
          PublishProcessor<String> processor = PublishProcessor.create();
          SingleSubject<Integer> first = SingleSubject.create();
          processor
              .observeOn(Schedulers.computation())
              .map(RxApp::get)
              .firstOrError()
              .subscribe(first);
          RxApp.LOOP.later(() -> processor.onNext(url[0]));
          return "" + first.blockingGet();
        });
    TestApp.command(
        "fused",
        url -> {
          UnicastProcessor<String> processor = UnicastProcessor.create();
          RxApp.LOOP.later(
              () -> {
                processor.onNext(url[0]);
                processor.onNext(url[0]);
                processor.onComplete();
              });
          return "" + processor.observeOn(Schedulers.io()).map(RxApp::get).toList().blockingGet();
        });
  }

  private static void others() {
    TestApp.command("own-observable", url -> "" + new Own(url[0]).map(RxApp::get).blockingFirst());
    TestApp.command(
        "from-publisher",
        url -> "" + Flowable.fromPublisher(publisher(url[0])).map(RxApp::get).blockingFirst());
    TestApp.command(
        "flat-map-publisher",
        url ->
            ""
                + Flowable.just(url[0])
                    .flatMap(AnyThread::publisher)
                    .map(RxApp::get)
                    .blockingFirst());
  }

  /** As another library would make one. */
  private static Publisher<String> publisher(String value) {
    return subscriber ->
        subscriber.onSubscribe(
            new Subscription() {
              @Override
              public void request(long n) {
                RxApp.LOOP.later(() -> complete(subscriber, value));
              }

              @Override
              public void cancel() {}
            });
  }

  private static void complete(Subscriber<? super String> subscriber, String value) {
    subscriber.onNext(value);
    subscriber.onComplete();
  }

  /** Two requests wait for the same event. */
  private static String togetherShared(String[] url) throws Exception {
    SingleSubject<Integer> got = SingleSubject.create();
    REF_COUNTED.map(event -> RxApp.get(url[0])).firstOrError().subscribe(got);
    if (TOGETHER.await(20, TimeUnit.SECONDS) == 0) {
      RxApp.LOOP.later(() -> SHARED.onNext(1));
    }
    return "" + got.blockingGet();
  }

  /** Two requests wait for the same answer. */
  private static String togetherCached(String[] url) throws Exception {
    SingleSubject<Integer> got = SingleSubject.create();
    CACHED.map(answer -> RxApp.get(url[0])).subscribe(got);
    if (TOGETHER.await(20, TimeUnit.SECONDS) == 0) {
      RxApp.LOOP.later(() -> ASKED.onSuccess(1));
    }
    return "" + got.blockingGet();
  }

  private static String listen(String[] arguments) {
    return "" + BUS.observeOn(Schedulers.io()).subscribe(RxApp::get).isDisposed();
  }

  private static String tell(String[] url) {
    BUS.onNext(url[0]);
    return "told";
  }

  private static String onLoop(String[] url) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    RxApp.LOOP.later(
        () -> {
          RxApp.get(url[0]);
          done.countDown();
        });
    return "" + done.await(20, TimeUnit.SECONDS);
  }

  private static final class Own extends Observable<String> {
    private final String value;

    Own(String value) {
      this.value = value;
    }

    @Override
    protected void subscribeActual(Observer<? super String> observer) {
      observer.onSubscribe(new Nothing());
      RxApp.LOOP.later(
          () -> {
            observer.onNext(value);
            observer.onComplete();
          });
    }
  }

  private static final class Nothing implements Disposable {
    @Override
    public void dispose() {}

    @Override
    public boolean isDisposed() {
      return false;
    }
  }
}
