package dev.gossamer.propagator.w3c;

import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an extracted member: decoded for the application, and as they are sent on. The
 * decoded text alone would not do, since an encoded {@code ;} in it looks like a delimiter.
 */
final class BaggageProperties implements BaggageEntryMetadata {
  private final String decoded;
  final String encoded;

  BaggageProperties(String decoded, String encoded) {
    this.decoded = decoded;
    this.encoded = encoded;
  }

  @Override
  public String getValue() {
    return decoded;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BaggageProperties
        && encoded.equals(((BaggageProperties) other).encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded;
  }
}
