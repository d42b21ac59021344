package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedLogger;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Loggers of the agent's, which the API has since 1.27: only loaded where they exist. */
final class Loggers implements LoggerProvider {
  private static final LoggerProvider AGENTS = new Loggers();

  private Loggers() {}

  static LoggerProvider agents() {
    return AGENTS;
  }

  @Override
  public LoggerBuilder loggerBuilder(@Nullable String name) {
    return new Builder(name == null ? "" : name);
  }

  private static final class Builder implements LoggerBuilder {
    private final String name;
    private @Nullable String version;
    private @Nullable String schemaUrl;

    Builder(String name) {
      this.name = name;
    }

    @Override
    public LoggerBuilder setSchemaUrl(String newSchemaUrl) {
      schemaUrl = newSchemaUrl;
      return this;
    }

    @Override
    public LoggerBuilder setInstrumentationVersion(String newVersion) {
      version = newVersion;
      return this;
    }

    @Override
    public Logger build() {
      return new AgentLogger(BridgedLogger.of(name, version, schemaUrl));
    }
  }

  private static final class AgentLogger implements Logger {
    private final BridgedLogger logger;

    AgentLogger(BridgedLogger logger) {
      this.logger = logger;
    }

    /** Newer APIs ask. */
    @Override
    public boolean isEnabled(Severity severity, Context context) {
      return logger.isEnabled(severity.name(), AgentContext.of(context).agent());
    }

    /** Newer APIs ask. */
    @Override
    public boolean isEnabled(Severity severity) {
      return isEnabled(severity, Context.current());
    }

    @Override
    public LogRecordBuilder logRecordBuilder() {
      return new AgentLogRecordBuilder(logger.record());
    }
  }
}
