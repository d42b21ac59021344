package dev.gossamer.instrumentation.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.MaybeObserver;
import io.reactivex.disposables.Disposable;

/** The signal of a Maybe in the context of the subscription, whoever sends it. */
final class ContextMaybeObserver<T> implements MaybeObserver<T> {
  private final MaybeObserver<? super T> actual;
  private final Context context;

  ContextMaybeObserver(MaybeObserver<? super T> actual, Context context) {
    this.actual = actual;
    this.context = context;
  }

  @Override
  public void onSubscribe(Disposable disposable) {
    // Passed on as it is: the next in line may know more of it than its interface says.
    actual.onSubscribe(disposable);
  }

  @Override
  public void onSuccess(T value) {
    if (Context.current() == context) {
      actual.onSuccess(value);
      return;
    }
    try (Scope ignored = context.makeCurrent()) {
      actual.onSuccess(value);
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
