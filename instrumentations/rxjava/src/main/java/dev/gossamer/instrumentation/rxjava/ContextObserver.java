package dev.gossamer.instrumentation.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.Observer;
import io.reactivex.disposables.Disposable;

/** Signals of an Observable in the context of the subscription, whoever sends them. */
final class ContextObserver<T> implements Observer<T> {
  private final Observer<? super T> actual;
  private final Context context;

  ContextObserver(Observer<? super T> actual, Context context) {
    this.actual = actual;
    this.context = context;
  }

  @Override
  public void onSubscribe(Disposable disposable) {
    // Passed on as it is: the next in line may know more of it than its interface says.
    actual.onSubscribe(disposable);
  }

  @Override
  public void onNext(T value) {
    if (Context.current() == context) {
      actual.onNext(value);
      return;
    }
    try (Scope ignored = context.makeCurrent()) {
      actual.onNext(value);
    }
  }

  @Override
  public void onError(Throwable error) {
    if (Context.current() == context) {
      actual.onError(error);
      return;
    }
    try (Scope ignored = context.makeCurrent()) {
      actual.onError(error);
    }
  }

  @Override
  public void onComplete() {
    if (Context.current() == context) {
      actual.onComplete();
      return;
    }
    try (Scope ignored = context.makeCurrent()) {
      actual.onComplete();
    }
  }
}
