package dev.gossamer.instrumentation.logbackappender;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.logging.LogRecords;
import org.jspecify.annotations.Nullable;

/** An event goes to its appenders: before them, since one of them may log, too. */
final class CallAppendersAdvice {
  private CallAppendersAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable ILoggingEvent event) {
    if (LogRecords.isEnabled() && event != null) {
      LogRecords.emit(event, LogbackEvents.ADAPTER, null);
    }
  }
}
