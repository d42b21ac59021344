package dev.gossamer.instrumentation.jbosslogmanager;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** A formatter or a handler reads all of a record's MDC. */
final class EntriesAdvice {
  private EntriesAdvice() {}

  @Exit
  static @Nullable Map<String, String> exit(
      @This ExtLogRecord record, @Returned @Nullable Map<String, String> entries) {
    return Records.entries(record, entries);
  }
}
