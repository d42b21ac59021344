package dev.gossamer.propagator.w3c;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import java.util.Collections;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Baggage in the order it came in; the API's own sorts by key.
 *
 * <p>Immutable. The header is kept, since one request may send it many times.
 */
final class OrderedBaggage implements Baggage {
  private final Map<String, BaggageEntry> entries;
  private @Nullable String header;

  /** Keeps the map, which has an order and which nobody may change any more. */
  OrderedBaggage(Map<String, BaggageEntry> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** What to send; empty when no entry can be sent. */
  String header() {
    String header = this.header;
    if (header == null) {
      header = BaggageWriter.header(this);
      this.header = header;
    }
    return header;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super BaggageEntry> consumer) {
    if (consumer != null) {
      for (Map.Entry<String, BaggageEntry> entry : entries.entrySet()) {
        consumer.accept(entry.getKey(), entry.getValue());
      }
    }
  }

  @Override
  public Map<String, BaggageEntry> asMap() {
    return entries;
  }

  @Override
  public @Nullable BaggageEntry getEntry(String key) {
    return entries.get(key);
  }

  @Override
  public @Nullable String getEntryValue(String key) {
    BaggageEntry entry = entries.get(key);
    return entry == null ? null : entry.getValue();
  }

  @Override
  public BaggageBuilder toBuilder() {
    return new OrderedBaggageBuilder(entries);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OrderedBaggage && entries.equals(((OrderedBaggage) other).entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
