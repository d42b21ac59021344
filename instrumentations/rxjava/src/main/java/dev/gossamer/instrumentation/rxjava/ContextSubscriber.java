package dev.gossamer.instrumentation.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.FlowableSubscriber;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Signals of a Flowable in the context of the subscription, whoever sends them. */
final class ContextSubscriber<T> implements FlowableSubscriber<T> {
  private final Subscriber<? super T> actual;
  private final Context context;

  ContextSubscriber(Subscriber<? super T> actual, Context context) {
    this.actual = actual;
    this.context = context;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    // Passed on as it is: the next in line may know more of it than its interface says.
    actual.onSubscribe(subscription);
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
