package dev.gossamer.propagator.w3c;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the order of first insertion; of one key the last value counts. */
final class OrderedBaggageBuilder implements BaggageBuilder {
  private final Map<String, BaggageEntry> entries;

  OrderedBaggageBuilder(Map<String, BaggageEntry> entries) {
    this.entries = new LinkedHashMap<>(entries);
  }

  @Override
  public BaggageBuilder put(
      @Nullable String key, @Nullable String value, @Nullable BaggageEntryMetadata metadata) {
    if (key != null && !key.isEmpty() && value != null && metadata != null) {
      entries.put(key, new BaggageMember(value, metadata));
    }
    return this;
  }

  @Override
  public BaggageBuilder remove(@Nullable String key) {
    entries.remove(key);
    return this;
  }

  @Override
  public Baggage build() {
    return entries.isEmpty() ? Baggage.empty() : new OrderedBaggage(new LinkedHashMap<>(entries));
  }
}
