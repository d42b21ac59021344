package dev.gossamer.propagator.w3c;

import dev.gossamer.api.propagation.Headers;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code baggage}.
 *
 * <p>Up to {@value BaggageReader#MOST_MEMBERS} members and {@value BaggageReader#MOST_BYTES} bytes
 * pass; of more, whole members are left out. An extracted baggage takes the place of the one in the
 * context, a missing or wholly malformed header leaves it.
 *
 * <p>Thread-safe; extracting never throws, injecting throws only what the setter throws.
 *
 * <p>Source: W3C Baggage.
 */
public final class BaggagePropagator implements TextMapPropagator {
  private static final String BAGGAGE = "baggage";
  private static final Collection<String> FIELDS = Collections.singletonList(BAGGAGE);
  private static final BaggagePropagator INSTANCE = new BaggagePropagator();

  private BaggagePropagator() {}

  public static BaggagePropagator instance() {
    return INSTANCE;
  }

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    if (context == null || setter == null) {
      return;
    }
    Baggage baggage = Baggage.fromContextOrNull(context);
    if (baggage == null || baggage.isEmpty()) {
      return;
    }
    String header =
        baggage instanceof OrderedBaggage
            ? ((OrderedBaggage) baggage).header()
            : BaggageWriter.header(baggage);
    if (!header.isEmpty()) {
      setter.set(carrier, BAGGAGE, header);
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    if (context == null) {
      return Context.root();
    }
    if (getter == null) {
      return context;
    }
    String header = Headers.joined(getter, carrier, BAGGAGE, BaggageReader.MOST_SCANNED);
    if (header == null) {
      return context;
    }
    Baggage baggage = BaggageReader.read(header);
    return baggage == null ? context : context.with(baggage);
  }

  @Override
  public String toString() {
    return "baggage";
  }
}
