package dev.gossamer.telemetry.recording;

import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.function.Consumer;

/** What all log records of a provider share. Thread-safe. */
final class LogSettings extends RecordingSettings {
  private final Consumer<? super LogRecordData> emitted;

  LogSettings(
      Resource resource,
      int mostAttributes,
      int longestValue,
      Consumer<? super LogRecordData> emitted) {
    super(resource, mostAttributes, longestValue);
    this.emitted = emitted;
  }

  void onEmit(RecordedLog record) {
    emitted.accept(record);
  }
}
