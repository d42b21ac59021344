package dev.gossamer.instrumentation.opentelemetryannotations;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;

/** Methods that return what RxJava has; of RxJava 2, one of them. */
final class RxSources {
  private RxSources() {}

  /** What the caller saw of a result of that kind, whose source ended in that way. */
  static String seen(String kind, String end) {
    PublishSubject<String> source = PublishSubject.create();
    StringBuilder seen = new StringBuilder();
    Disposable subscription =
        of(kind, source.map(value -> value + Asynchronous.inside()))
            .map(value -> value + Asynchronous.between())
            .subscribe(seen::append, failure -> seen.append(failure.getMessage()));
    Asynchronous.between();
    if (end.equals("fail")) {
      source.onError(new IllegalStateException("no goods"));
    } else if (end.equals("cancel")) {
      subscription.dispose();
    } else {
      source.onNext(end);
      source.onComplete();
    }
    return seen.toString() + source.hasObservers();
  }

  private static Flowable<String> of(String kind, Observable<String> source) {
    switch (kind) {
      case "completable":
        return completableOf(source.ignoreElements()).toFlowable();
      case "flowable":
        return flowableOf(source.toFlowable(BackpressureStrategy.BUFFER));
      case "maybe":
        return maybeOf(source.firstElement()).toFlowable();
      case "observable":
        return observableOf(source).toFlowable(BackpressureStrategy.BUFFER);
      default:
        return singleOf(source.firstOrError()).toFlowable();
    }
  }

  static String seenOfRx2(String end) {
    io.reactivex.subjects.SingleSubject<String> source =
        io.reactivex.subjects.SingleSubject.create();
    StringBuilder seen = new StringBuilder();
    io.reactivex.disposables.Disposable subscription =
        rx2Of(source.map(value -> value + Asynchronous.inside()))
            .map(value -> value + Asynchronous.between())
            .subscribe(seen::append, failure -> seen.append(failure.getMessage()));
    source.onSuccess(end);
    return seen.toString() + subscription.isDisposed();
  }

  @WithSpan
  private static Completable completableOf(Completable source) {
    return source;
  }

  @WithSpan
  private static Flowable<String> flowableOf(Flowable<String> source) {
    return source;
  }

  @WithSpan
  private static Maybe<String> maybeOf(Maybe<String> source) {
    return source;
  }

  @WithSpan
  private static Observable<String> observableOf(Observable<String> source) {
    return source;
  }

  @WithSpan
  private static Single<String> singleOf(Single<String> source) {
    return source;
  }

  @WithSpan
  private static io.reactivex.Single<String> rx2Of(io.reactivex.Single<String> source) {
    return source;
  }
}
