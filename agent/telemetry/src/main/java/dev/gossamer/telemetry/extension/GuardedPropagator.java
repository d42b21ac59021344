package dev.gossamer.telemetry.extension;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An extension's propagator; where it fails, the context stays what it is. Thread-safe. */
final class GuardedPropagator implements TextMapPropagator {
  private final Extension extension;
  private final TextMapPropagator propagator;
  private final List<String> fields;

  /** Asks it, which may throw, for its fields. */
  GuardedPropagator(Extension extension, TextMapPropagator propagator) {
    this.extension = extension;
    this.propagator = propagator;
    fields = Collections.unmodifiableList(new ArrayList<>(propagator.fields()));
  }

  @Override
  public Collection<String> fields() {
    return fields;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    try {
      propagator.inject(context, carrier, setter);
    } catch (Throwable failure) {
      extension.failed(failure);
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Context extracted = null;
    try {
      extracted = propagator.extract(context, carrier, getter);
    } catch (Throwable failure) {
      extension.failed(failure);
    }
    return extracted == null ? context : extracted;
  }

  @Override
  public String toString() {
    return propagator.getClass().getName();
  }
}
