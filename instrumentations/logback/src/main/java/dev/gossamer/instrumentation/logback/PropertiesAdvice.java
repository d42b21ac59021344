package dev.gossamer.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A layout, an encoder or an appender reads an event's MDC. */
final class PropertiesAdvice {
  private PropertiesAdvice() {}

  @Exit
  static @Nullable Map<String, String> exit(
      @This LoggingEvent event, @Returned @Nullable Map<String, String> properties) {
    return Events.properties(event, properties);
  }
}
