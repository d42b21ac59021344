package dev.gossamer.api.bridge;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A logger of the agent's under a scope that the application names. Thread-safe. */
public final class BridgedLogger {
  private final Logger logger;

  private BridgedLogger(Logger logger) {
    this.logger = logger;
  }

  public static BridgedLogger of(
      String name, @Nullable String version, @Nullable String schemaUrl) {
    LoggerBuilder builder = Telemetry.openTelemetry().getLogsBridge().loggerBuilder(name);
    if (version != null) {
      builder.setInstrumentationVersion(version);
    }
    if (schemaUrl != null) {
      builder.setSchemaUrl(schemaUrl);
    }
    return new BridgedLogger(builder.build());
  }

  /**
   * @param severity name of a {@code Severity}
   * @param context of the agent's
   */
  public boolean isEnabled(String severity, Object context) {
    return logger.isEnabled(Severity.valueOf(severity), (Context) context);
  }

  public BridgedLogRecord record() {
    return new BridgedLogRecord(logger.logRecordBuilder());
  }
}
