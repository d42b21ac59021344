package dev.gossamer.instrumentation.jbosslogmanagerappender;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.logging.EventInHand;
import dev.gossamer.api.logging.LogRecords;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** A node hands a record to its handlers, and then to its parent. */
final class PublishAdvice {
  private PublishAdvice() {}

  @Enter
  static @Nullable EventInHand enter(@Argument(0) @Nullable ExtLogRecord record) {
    if (!LogRecords.isEnabled() || record == null) {
      return null;
    }
    EventInHand begun = EventInHand.begin(record);
    if (begun != null) {
      LogRecords.emit(record, JBossRecords.ADAPTER, null);
    }
    return begun;
  }

  @Exit
  static void exit(@State @Nullable EventInHand begun) {
    if (begun != null) {
      begun.end();
    }
  }
}
