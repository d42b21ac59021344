package dev.gossamer.instrumentation.log4j1;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import org.apache.log4j.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/** A layout reads one entry of an event's MDC. */
final class EntryAdvice {
  private EntryAdvice() {}

  @Exit
  static @Nullable Object exit(
      @This LoggingEvent event,
      @Argument(0) @Nullable String key,
      @Returned @Nullable Object value) {
    return value == null ? Events.entry(event, key) : value;
  }
}
