package dev.gossamer.propagator.w3c;

import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import org.jspecify.annotations.Nullable;

/** The value of one key, decoded, with its properties. */
final class BaggageMember implements BaggageEntry {
  private final String value;
  private final BaggageEntryMetadata metadata;

  BaggageMember(String value, BaggageEntryMetadata metadata) {
    this.value = value;
    this.metadata = metadata;
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public BaggageEntryMetadata getMetadata() {
    return metadata;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BaggageMember
        && value.equals(((BaggageMember) other).value)
        && metadata.equals(((BaggageMember) other).metadata);
  }

  @Override
  public int hashCode() {
    return 31 * value.hashCode() + metadata.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
