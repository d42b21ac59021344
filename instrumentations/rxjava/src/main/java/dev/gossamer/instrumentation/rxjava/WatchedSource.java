package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.api.method.AsyncResult;
import dev.gossamer.api.method.MethodSpan;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.Completable;
import io.reactivex.CompletableObserver;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.MaybeObserver;
import io.reactivex.Observable;
import io.reactivex.Observer;
import io.reactivex.Single;
import io.reactivex.SingleObserver;
import io.reactivex.functions.Action;
import io.reactivex.functions.BiConsumer;
import io.reactivex.functions.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * What a traced method returned: subscribed to in the context of its span, which ends with the
 * first end of it. What the caller does with the signals belongs to the caller.
 */
public final class WatchedSource implements AsyncResult {
  /** By name, when the first such method runs. */
  public WatchedSource() {}

  @Override
  @SuppressWarnings("unchecked")
  public Object watch(Object result, MethodSpan span) {
    Finish finish = new Finish(span);
    Finish.Failed failed = new Finish.Failed(span);
    if (result instanceof Single) {
      Single<Object> source = (Single<Object>) result;
      return new OfSingle(source.doOnEvent(finish).doOnDispose(finish), span.context());
    }
    if (result instanceof Maybe) {
      Maybe<Object> source = (Maybe<Object>) result;
      return new OfMaybe(source.doOnEvent(finish).doOnDispose(finish), span.context());
    }
    if (result instanceof Completable) {
      Completable source = (Completable) result;
      return new OfCompletable(source.doOnEvent(failed).doOnDispose(finish), span.context());
    }
    if (result instanceof Observable) {
      Observable<Object> source = (Observable<Object>) result;
      return new OfObservable(
          source.doOnComplete(finish).doOnError(failed).doOnDispose(finish), span.context());
    }
    Flowable<Object> source = (Flowable<Object>) result;
    return new OfFlowable(
        source.doOnComplete(finish).doOnError(failed).doOnCancel(finish), span.context());
  }

  /** The value or the failure of a source, its end without either, or that nobody waits for it. */
  private static final class Finish implements BiConsumer<Object, @Nullable Throwable>, Action {
    private final MethodSpan span;

    Finish(MethodSpan span) {
      this.span = span;
    }

    @Override
    public void accept(Object value, @Nullable Throwable thrown) {
      span.finish(thrown);
    }

    @Override
    public void run() {
      span.finish(null);
    }

    /** The failure of a source, or null. */
    private static final class Failed implements Consumer<@Nullable Throwable> {
      private final MethodSpan span;

      Failed(MethodSpan span) {
        this.span = span;
      }

      @Override
      public void accept(@Nullable Throwable thrown) {
        span.finish(thrown);
      }
    }
  }

  private static final class OfSingle extends Single<Object> {
    private final Single<Object> source;
    private final Context inside;

    OfSingle(Single<Object> source, Context inside) {
      this.source = source;
      this.inside = inside;
    }

    @Override
    protected void subscribeActual(SingleObserver<? super Object> observer) {
      SingleObserver<Object> outside = new ContextSingleObserver<>(observer, Context.current());
      try (Scope ignored = inside.makeCurrent()) {
        source.subscribe(outside);
      }
    }
  }

  private static final class OfMaybe extends Maybe<Object> {
    private final Maybe<Object> source;
    private final Context inside;

    OfMaybe(Maybe<Object> source, Context inside) {
      this.source = source;
      this.inside = inside;
    }

    @Override
    protected void subscribeActual(MaybeObserver<? super Object> observer) {
      MaybeObserver<Object> outside = new ContextMaybeObserver<>(observer, Context.current());
      try (Scope ignored = inside.makeCurrent()) {
        source.subscribe(outside);
      }
    }
  }

  private static final class OfCompletable extends Completable {
    private final Completable source;
    private final Context inside;

    OfCompletable(Completable source, Context inside) {
      this.source = source;
      this.inside = inside;
    }

    @Override
    protected void subscribeActual(CompletableObserver observer) {
      CompletableObserver outside = new ContextCompletableObserver(observer, Context.current());
      try (Scope ignored = inside.makeCurrent()) {
        source.subscribe(outside);
      }
    }
  }

  private static final class OfObservable extends Observable<Object> {
    private final Observable<Object> source;
    private final Context inside;

    OfObservable(Observable<Object> source, Context inside) {
      this.source = source;
      this.inside = inside;
    }

    @Override
    protected void subscribeActual(Observer<? super Object> observer) {
      Observer<Object> outside = new ContextObserver<>(observer, Context.current());
      try (Scope ignored = inside.makeCurrent()) {
        source.subscribe(outside);
      }
    }
  }

  private static final class OfFlowable extends Flowable<Object> {
    private final Flowable<Object> source;
    private final Context inside;

    OfFlowable(Flowable<Object> source, Context inside) {
      this.source = source;
      this.inside = inside;
    }

    @Override
    protected void subscribeActual(Subscriber<? super Object> subscriber) {
      Subscriber<Object> outside = new ContextSubscriber<>(subscriber, Context.current());
      try (Scope ignored = inside.makeCurrent()) {
        source.subscribe(outside);
      }
    }
  }
}
