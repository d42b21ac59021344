package dev.gossamer.instrumentation.javautillogging;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.BeforeCall;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.logging.EventInHand;
import dev.gossamer.api.logging.LogRecords;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A record is logged. Exported after its handlers have had it: only then it is known that none of
 * them handed it on.
 */
final class LogAdvice {
  private LogAdvice() {}

  @Enter
  static @Nullable EventInHand enter(@Argument(0) @Nullable LogRecord record) {
    return LogRecords.isEnabled() && record != null ? EventInHand.begin(record) : null;
  }

  @BeforeCall(owner = "java.util.logging.Logger", name = "getHandlers")
  static void beforeHandlers(@State @Nullable EventInHand begun) {
    accepted(begun);
  }

  /** Loggers of the JDK's own classes ask for their handlers by another name. */
  @BeforeCall(owner = "java.util.logging.Logger", name = "accessCheckedHandlers")
  static void beforeCheckedHandlers(@State @Nullable EventInHand begun) {
    accepted(begun);
  }

  private static void accepted(@Nullable EventInHand begun) {
    if (begun != null) {
      begun.accept();
    }
  }

  @Exit
  static void exit(
      @This Logger logger,
      @Argument(0) @Nullable LogRecord record,
      @State @Nullable EventInHand begun) {
    if (begun != null && begun.end() && record != null && leadsSomewhere(logger)) {
      LogRecords.emit(record, JulRecords.ADAPTER, null);
    }
  }

  /**
   * JBoss LogManager 2 leaves the JDK's own loggers without a level that holds anything back, and
   * without a handler that gets it.
   */
  private static boolean leadsSomewhere(Logger logger) {
    if (!JulRecords.UNDER_JBOSS) {
      return logger.getParent() != null
          || "".equals(logger.getName())
          || logger.getHandlers().length > 0;
    }
    for (Logger at = logger; at != null; at = at.getUseParentHandlers() ? at.getParent() : null) {
      if (at.getHandlers().length > 0) {
        return true;
      }
    }
    return false;
  }
}
