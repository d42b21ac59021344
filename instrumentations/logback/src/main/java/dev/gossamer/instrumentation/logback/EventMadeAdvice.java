package dev.gossamer.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** An event is made by the thread that logs, before any appender hands it to another. */
final class EventMadeAdvice {
  private EventMadeAdvice() {}

  @Exit
  static void exit(@This LoggingEvent event) {
    Events.made(event);
  }
}
