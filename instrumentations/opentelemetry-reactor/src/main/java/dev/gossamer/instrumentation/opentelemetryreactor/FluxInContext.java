package dev.gossamer.instrumentation.opentelemetryreactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** Subscribes in a context; what sources make of that, the reactor instrumentation does. */
final class FluxInContext<T> extends FluxOperator<T, T> {
  private final Context context;

  FluxInContext(Flux<? extends T> source, Context context) {
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
