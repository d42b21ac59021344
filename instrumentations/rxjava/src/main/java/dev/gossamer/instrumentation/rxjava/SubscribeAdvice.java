package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import io.opentelemetry.context.Context;
import io.reactivex.Completable;
import io.reactivex.CompletableObserver;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.MaybeObserver;
import io.reactivex.Observable;
import io.reactivex.Observer;
import io.reactivex.Single;
import io.reactivex.SingleObserver;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * A source gets an observer. Where threads of others may call it, what it gets is wrapped; RxJava
 * lets the application's own hooks do that in the same place.
 */
final class SubscribeAdvice {
  private SubscribeAdvice() {}

  @Exit
  @SuppressWarnings("unchecked")
  static @Nullable Object observer(
      @Argument(0) @Nullable Object source, @Returned @Nullable Object observer) {
    Context context = Context.current();
    // Where there is no context, a signal may bring the one of whoever caused it.
    if (context == Context.root()
        || source == null
        || observer == null
        || !Sources.mayCallFromAnyThread(source.getClass())) {
      return observer;
    }
    if (source instanceof Flowable) {
      return new ContextSubscriber<>((Subscriber<Object>) observer, context);
    }
    if (source instanceof Observable) {
      return new ContextObserver<>((Observer<Object>) observer, context);
    }
    if (source instanceof Single) {
      return new ContextSingleObserver<>((SingleObserver<Object>) observer, context);
    }
    if (source instanceof Maybe) {
      return new ContextMaybeObserver<>((MaybeObserver<Object>) observer, context);
    }
    return source instanceof Completable
        ? new ContextCompletableObserver((CompletableObserver) observer, context)
        : observer;
  }
}
