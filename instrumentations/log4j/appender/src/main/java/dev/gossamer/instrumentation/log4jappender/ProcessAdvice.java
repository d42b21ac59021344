package dev.gossamer.instrumentation.log4jappender;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.logging.LogRecords;
import org.apache.logging.log4j.core.LogEvent;
import org.jspecify.annotations.Nullable;

/** A logger's configuration hands an event to its appenders, and then to its parent's. */
final class ProcessAdvice {
  private ProcessAdvice() {}

  @Enter
  static @Nullable Processing enter(
      @Argument(0) @Nullable LogEvent event, @Argument(1) @Nullable Object appenders) {
    return LogRecords.isEnabled() && event != null ? Processing.begin(event, appenders) : null;
  }

  @Exit
  static void exit(@State @Nullable Processing processing) {
    if (processing != null) {
      processing.end();
    }
  }
}
