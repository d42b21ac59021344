package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.internal.ComponentRegistry;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loggers whose records are the agent's own, by the rules of the SDK's. See docs/RATIONALE.md, "Why
 * a log record of our own?". Thread-safe.
 */
public final class RecordingLoggerProvider
    implements LoggerProvider, Function<InstrumentationScopeInfo, RecordingLogger> {
  /** What the SDK calls a logger without a name. */
  private static final String UNNAMED = "unknown";

  private final LogSettings settings;
  private final ComponentRegistry<RecordingLogger> loggers = new ComponentRegistry<>(this);

  /**
   * @param mostAttributes of a record
   * @param longestValue characters of an attribute's text
   * @param emitted gets each record on the thread that emits it; the record changes no more
   */
  public RecordingLoggerProvider(
      Resource resource,
      int mostAttributes,
      int longestValue,
      Consumer<? super LogRecordData> emitted) {
    settings = new LogSettings(resource, mostAttributes, longestValue, emitted);
  }

  @Override
  public LoggerBuilder loggerBuilder(@Nullable String scope) {
    return new Builder(loggers, scope == null || scope.isEmpty() ? UNNAMED : scope);
  }

  /** Makes a logger; asked by the registry, once for each scope. */
  @Override
  public RecordingLogger apply(InstrumentationScopeInfo scope) {
    return new RecordingLogger(settings, scope);
  }

  private static final class Builder implements LoggerBuilder {
    private final ComponentRegistry<RecordingLogger> loggers;
    private final String name;
    private @Nullable String version;
    private @Nullable String schemaUrl;

    Builder(ComponentRegistry<RecordingLogger> loggers, String name) {
      this.loggers = loggers;
      this.name = name;
    }

    @Override
    public LoggerBuilder setInstrumentationVersion(@Nullable String scopeVersion) {
      version = scopeVersion;
      return this;
    }

    @Override
    public LoggerBuilder setSchemaUrl(@Nullable String url) {
      schemaUrl = url;
      return this;
    }

    @Override
    public Logger build() {
      return loggers.get(name, version, schemaUrl, Attributes.empty());
    }
  }
}
