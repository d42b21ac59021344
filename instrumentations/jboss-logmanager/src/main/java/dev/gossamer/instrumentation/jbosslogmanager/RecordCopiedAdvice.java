package dev.gossamer.instrumentation.jbosslogmanager;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** A record is copied, by any thread. */
final class RecordCopiedAdvice {
  private RecordCopiedAdvice() {}

  @Exit
  static void exit(@This ExtLogRecord copy, @Argument(0) @Nullable ExtLogRecord original) {
    if (original != null) {
      Records.copied(original, copy);
    }
  }
}
