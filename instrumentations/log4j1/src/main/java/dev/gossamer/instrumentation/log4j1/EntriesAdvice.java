package dev.gossamer.instrumentation.log4j1;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.util.Map;
import org.apache.log4j.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/** A layout or an appender reads all of an event's MDC; since Log4j 1.2.15. */
final class EntriesAdvice {
  private EntriesAdvice() {}

  @Exit
  static @Nullable Map<String, Object> exit(
      @This LoggingEvent event, @Returned @Nullable Map<String, Object> properties) {
    return Events.entries(event, properties);
  }
}
