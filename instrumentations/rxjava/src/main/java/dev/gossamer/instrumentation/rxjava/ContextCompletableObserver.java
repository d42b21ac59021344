package dev.gossamer.instrumentation.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.CompletableObserver;
import io.reactivex.disposables.Disposable;

/** The signal of a Completable in the context of the subscription, whoever sends it. */
final class ContextCompletableObserver implements CompletableObserver {
  private final CompletableObserver actual;
  private final Context context;

  ContextCompletableObserver(CompletableObserver actual, Context context) {
    this.actual = actual;
    this.context = context;
  }

  @Override
  public void onSubscribe(Disposable disposable) {
    // Passed on as it is: the next in line may know more of it than its interface says.
    actual.onSubscribe(disposable);
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
