package dev.gossamer.instrumentation.reactor;

import dev.gossamer.api.method.MethodSpan;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.Scannable;

/**
 * Ends a method's span with the first end of what it returned: completion, failure or cancellation.
 */
final class FinishingSubscriber<T> implements CoreSubscriber<T>, Subscription, Scannable {
  private final CoreSubscriber<? super T> actual;
  private final MethodSpan span;
  private @Nullable Subscription subscription;

  private FinishingSubscriber(CoreSubscriber<? super T> actual, MethodSpan span) {
    this.actual = actual;
    this.span = span;
  }

  /** What the caller does with the signals belongs to the caller, not to the method. */
  static <T> CoreSubscriber<T> of(CoreSubscriber<? super T> actual, MethodSpan span) {
    return new FinishingSubscriber<T>(new ContextSubscriber<T>(actual, Context.current()), span);
  }

  /** Whether the result needs no subscription to be known; then the span is over. */
  static boolean isDone(Object result, MethodSpan span) {
    if (!(result instanceof Fuseable.ScalarCallable)) {
      return false;
    }
    Throwable thrown = null;
    try {
      ((Fuseable.ScalarCallable<?>) result).call();
    } catch (Throwable failure) {
      thrown = failure;
    }
    span.finish(thrown);
    return true;
  }

  @Override
  public reactor.util.context.Context currentContext() {
    return actual.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public void onNext(T value) {
    actual.onNext(value);
  }

  @Override
  public void onError(Throwable error) {
    span.finish(error);
    actual.onError(error);
  }

  @Override
  public void onComplete() {
    span.finish(null);
    actual.onComplete();
  }

  @Override
  public void request(long count) {
    if (subscription != null) {
      subscription.request(count);
    }
  }

  @Override
  public void cancel() {
    span.finish(null);
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Object scanUnsafe(Attr key) {
    return key == Attr.ACTUAL ? actual : key == Attr.PARENT ? subscription : null;
  }
}
