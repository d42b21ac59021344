package dev.gossamer.telemetry;

import dev.gossamer.api.Glob;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;

/** Puts chosen baggage entries on every span. Thread-safe. */
final class BaggageAttributes implements SpanProcessor {
  private static final String PREFIX = "baggage.";

  private final String[] patterns;

  /**
   * @param patterns of keys, see {@link Glob}
   */
  BaggageAttributes(List<String> patterns) {
    this.patterns = patterns.toArray(new String[0]);
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    Baggage baggage = Baggage.fromContextOrNull(parent);
    if (baggage != null) {
      baggage.forEach(
          (key, entry) -> {
            if (isChosen(key)) {
              span.setAttribute(PREFIX.concat(key), entry.getValue());
            }
          });
    }
  }

  private boolean isChosen(String key) {
    for (String pattern : patterns) {
      if (Glob.matches(pattern, key)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
