package dev.gossamer.instrumentation.log4j1appender;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.logging.LogRecords;
import org.apache.log4j.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/** An event goes to its appenders: before them, since one of them may log, too. */
final class CallAppendersAdvice {
  private CallAppendersAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable LoggingEvent event) {
    if (LogRecords.isEnabled() && event != null) {
      LogRecords.emit(event, Log4j1Events.ADAPTER, null);
    }
  }
}
