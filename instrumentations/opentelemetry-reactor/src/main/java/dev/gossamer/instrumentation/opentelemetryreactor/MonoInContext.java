package dev.gossamer.instrumentation.opentelemetryreactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** Subscribes in a context; what sources make of that, the reactor instrumentation does. */
final class MonoInContext<T> extends MonoOperator<T, T> {
  private final Context context;

  MonoInContext(Mono<? extends T> source, Context context) {
    super(source);
    this.context = context;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    try (Scope ignored = context.makeCurrent()) {
      source.subscribe(actual);
    }
  }
}
