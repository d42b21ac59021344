package dev.gossamer.instrumentation.log4j1;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.apache.log4j.spi.LoggingEvent;

/** An event is made by the thread that logs, before any appender hands it to another. */
final class EventMadeAdvice {
  private EventMadeAdvice() {}

  @Exit
  static void exit(@This LoggingEvent event) {
    Events.made(event);
  }
}
