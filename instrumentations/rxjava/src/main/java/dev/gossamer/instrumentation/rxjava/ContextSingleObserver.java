package dev.gossamer.instrumentation.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.SingleObserver;
import io.reactivex.disposables.Disposable;

/** The signal of a Single in the context of the subscription, whoever sends it. */
final class ContextSingleObserver<T> implements SingleObserver<T> {
  private final SingleObserver<? super T> actual;
  private final Context context;

  ContextSingleObserver(SingleObserver<? super T> actual, Context context) {
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
}
