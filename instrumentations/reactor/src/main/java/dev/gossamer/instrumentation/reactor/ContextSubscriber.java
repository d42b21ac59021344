package dev.gossamer.instrumentation.reactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;

/** Signals in the context of the subscription, whoever sends them. */
final class ContextSubscriber<T> implements CoreSubscriber<T>, Scannable {
  private final CoreSubscriber<? super T> actual;
  private final Context context;

  ContextSubscriber(CoreSubscriber<? super T> actual, Context context) {
    this.actual = actual;
    this.context = context;
  }

  /** Whether the subscriber sets this context already: sources stand on sources. */
  static boolean sets(CoreSubscriber<?> subscriber, Context context) {
    return subscriber instanceof ContextSubscriber
        && ((ContextSubscriber<?>) subscriber).context == context;
  }

  @Override
  public reactor.util.context.Context currentContext() {
    return actual.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    // Passed on as it is: the next in line may know more of it than its interface says.
    if (Context.current() == context) {
      actual.onSubscribe(subscription);
      return;
    }
    try (Scope ignored = context.makeCurrent()) {
      actual.onSubscribe(subscription);
    }
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

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Object scanUnsafe(Attr key) {
    return key == Attr.ACTUAL ? actual : null;
  }
}
