package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;

/** Makes log records of one scope. Thread-safe. */
final class RecordingLogger implements Logger {
  final LogSettings settings;
  final InstrumentationScopeInfo scope;

  RecordingLogger(LogSettings settings, InstrumentationScopeInfo scope) {
    this.settings = settings;
    this.scope = scope;
  }

  @Override
  public LogRecordBuilder logRecordBuilder() {
    return new RecordedLog(this);
  }
}
