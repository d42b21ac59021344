package dev.gossamer.instrumentation.log4jappender;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.logging.LogRecords;
import org.apache.logging.log4j.core.async.RingBufferLogEvent;

/** The thread that logs fills an event of the ring buffer in. */
final class RingBufferAdvice {
  private RingBufferAdvice() {}

  @Exit
  static void exit(@This RingBufferLogEvent event) {
    if (LogRecords.isEnabled()) {
      Processing.filledIn(event);
    }
  }
}
