package dev.gossamer.instrumentation.javautillogging;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.logging.EventInHand;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** A handler makes an event of another library of a record. */
final class HandOnAdvice {
  private HandOnAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable LogRecord record) {
    if (record != null) {
      EventInHand.handOn(record);
    }
  }
}
