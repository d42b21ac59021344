package dev.gossamer.instrumentation.jbosslogmanager;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.jboss.logmanager.ExtLogRecord;

/** A record is made by the thread that logs, before any handler hands it to another. */
final class RecordMadeAdvice {
  private RecordMadeAdvice() {}

  @Exit
  static void exit(@This ExtLogRecord record) {
    Records.made(record);
  }
}
