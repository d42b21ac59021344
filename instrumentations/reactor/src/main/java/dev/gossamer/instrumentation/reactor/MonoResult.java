package dev.gossamer.instrumentation.reactor;

import dev.gossamer.api.method.AsyncResult;
import dev.gossamer.api.method.MethodSpan;
import io.opentelemetry.context.Scope;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A traced method's {@code Mono}, subscribed to in the context of its span. */
public final class MonoResult implements AsyncResult {
  /** By name, when the first such method runs. */
  public MonoResult() {}

  @Override
  public Object watch(Object result, MethodSpan span) {
    return FinishingSubscriber.isDone(result, span)
        ? result
        : new Watched<>((Mono<?>) result, span);
  }

  private static final class Watched<T> extends MonoOperator<T, T> {
    private final MethodSpan span;

    Watched(Mono<? extends T> source, MethodSpan span) {
      super(source);
      this.span = span;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
      CoreSubscriber<T> finishing = FinishingSubscriber.of(actual, span);
      try (Scope ignored = span.context().makeCurrent()) {
        source.subscribe(finishing);
      }
    }
  }
}
