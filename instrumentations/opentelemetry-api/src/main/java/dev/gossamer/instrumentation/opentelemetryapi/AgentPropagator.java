package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedContexts;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The propagators that the agent is configured with. */
final class AgentPropagator implements TextMapPropagator {
  private static final boolean ALL_HEADERS = hasAllHeaders();

  /** Since 1.50. */
  private static boolean hasAllHeaders() {
    try {
      TextMapGetter.class.getMethod("getAll", Object.class, String.class);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  @Override
  public Collection<String> fields() {
    return AgentContext.CONTEXTS.fields();
  }

  @Override
  public <C> void inject(
      @Nullable Context context, @Nullable C carrier, @Nullable TextMapSetter<C> setter) {
    if (context != null && setter != null) {
      AgentContext.CONTEXTS.inject(
          AgentContext.of(context).agent(), (name, value) -> setter.set(carrier, name, value));
    }
  }

  @Override
  public <C> Context extract(
      @Nullable Context context, @Nullable C carrier, @Nullable TextMapGetter<C> getter) {
    if (context == null) {
      return Context.root();
    }
    if (carrier == null || getter == null) {
      return context;
    }
    AgentContext before = AgentContext.of(context);
    return before.with(
        AgentContext.CONTEXTS.extract(before.agent(), new Carrier<>(carrier, getter)));
  }

  private static final class Carrier<C> implements BridgedContexts.Headers {
    private final C carrier;
    private final TextMapGetter<C> getter;

    Carrier(C carrier, TextMapGetter<C> getter) {
      this.carrier = carrier;
      this.getter = getter;
    }

    @Override
    public Iterable<String> names() {
      return getter.keys(carrier);
    }

    @Override
    public @Nullable String first(String name) {
      return getter.get(carrier, name);
    }

    @Override
    public Iterator<String> all(String name) {
      if (ALL_HEADERS) {
        return getter.getAll(carrier, name);
      }
      String only = getter.get(carrier, name);
      return only == null ? Collections.emptyIterator() : Collections.singleton(only).iterator();
    }
  }
}
