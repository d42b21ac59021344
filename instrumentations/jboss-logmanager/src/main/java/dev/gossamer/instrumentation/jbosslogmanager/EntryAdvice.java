package dev.gossamer.instrumentation.jbosslogmanager;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** A formatter reads one entry of a record's MDC. */
final class EntryAdvice {
  private EntryAdvice() {}

  @Exit
  static @Nullable String exit(
      @This ExtLogRecord record,
      @Argument(0) @Nullable String key,
      @Returned @Nullable String value) {
    return value == null ? Records.entry(record, key) : value;
  }
}
