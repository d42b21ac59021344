package dev.gossamer.telemetry.extension;

import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import java.util.ArrayList;
import java.util.List;

/** What {@link TracerParts} is for tracers. */
final class LoggerParts {
  private static final BuilderField<List<LogRecordProcessor>> PROCESSORS =
      new BuilderField<>(SdkLoggerProviderBuilder.class, "logRecordProcessors");

  private final List<LogRecordProcessor> processors;

  LoggerParts(SdkLoggerProviderBuilder builder) {
    processors = new ArrayList<>(PROCESSORS.of(builder));
  }

  /** Guards what is new. */
  void guard(Extension extension, SdkLoggerProviderBuilder builder) {
    PROCESSORS
        .of(builder)
        .replaceAll(
            it -> BuilderField.isIn(processors, it) ? it : new GuardedLogProcessor(extension, it));
  }
}
