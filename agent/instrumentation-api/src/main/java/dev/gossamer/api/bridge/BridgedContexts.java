package dev.gossamer.api.bridge;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The agent's contexts, for one copy of the OpenTelemetry API in an application, whose own context
 * is kept in them. Thread-safe.
 *
 * @param <T> the application's side of a context
 */
public final class BridgedContexts<T> {
  private final ContextKey<T> key = ContextKey.named("gossamer-application");

  /** The agent's current context. */
  public Object current() {
    return Context.current();
  }

  /** The context of nothing. */
  public Object root() {
    return Context.root();
  }

  /** What the application's side of a context is, where it made it; otherwise null. */
  public @Nullable T kept(Object context) {
    return ((Context) context).get(key);
  }

  /** A context with an application's side. */
  public Object keep(Object context, T application) {
    return ((Context) context).with(key, application);
  }

  /** Makes a context current until the returned is closed. */
  public AutoCloseable attach(Object context) {
    return ((Context) context).makeCurrent();
  }

  /** The span in a context, or null. */
  public @Nullable BridgedSpan span(Object context) {
    Span span = Span.fromContextOrNull((Context) context);
    return span == null ? null : new BridgedSpan(span);
  }

  /** Whether that is the span in the context. */
  public boolean holds(Object context, BridgedSpan span) {
    return Span.fromContextOrNull((Context) context) == span.span();
  }

  public Object withSpan(Object context, BridgedSpan span) {
    return ((Context) context).with(span.span());
  }

  /** Key, value and metadata of each entry in turn; null if there is no baggage in the context. */
  public String @Nullable [] baggage(Object context) {
    Baggage baggage = Baggage.fromContextOrNull((Context) context);
    if (baggage == null) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    baggage.forEach(
        (name, entry) -> {
          parts.add(name);
          parts.add(entry.getValue());
          parts.add(entry.getMetadata().getValue());
        });
    return parts.toArray(new String[0]);
  }

  /**
   * @param parts key, value and metadata of each entry in turn
   */
  public Object withBaggage(Object context, String[] parts) {
    BaggageBuilder builder = Baggage.builder();
    for (int i = 0; i < parts.length; i += 3) {
      builder.put(parts[i], parts[i + 1], BaggageEntryMetadata.create(parts[i + 2]));
    }
    return ((Context) context).with(builder.build());
  }

  /** The headers that the configured propagators know. */
  public Collection<String> fields() {
    return Telemetry.propagator().fields();
  }

  /** Shows the headers that carry a context. */
  public void inject(Object context, BiConsumer<String, String> headers) {
    Telemetry.propagator()
        .inject((Context) context, headers, (carrier, name, value) -> carrier.accept(name, value));
  }

  /** The context with what the configured propagators read from headers. */
  public Object extract(Object context, Headers headers) {
    return Telemetry.propagator().extract((Context) context, headers, HeadersGetter.INSTANCE);
  }

  /** A carrier to be read. */
  public interface Headers {
    Iterable<String> names();

    /** The first header of the name, or null. */
    @Nullable String first(String name);

    /** All headers of the name. */
    Iterator<String> all(String name);
  }

  private enum HeadersGetter implements TextMapGetter<Headers> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Headers carrier) {
      return carrier.names();
    }

    @Override
    public @Nullable String get(@Nullable Headers carrier, String key) {
      return carrier == null ? null : carrier.first(key);
    }

    @Override
    public Iterator<String> getAll(@Nullable Headers carrier, String key) {
      return carrier == null ? new ArrayList<String>().iterator() : carrier.all(key);
    }
  }
}
