package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedMeter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import org.jspecify.annotations.Nullable;

/** Meters of the agent's. */
final class AgentMeterProvider implements MeterProvider {
  @Override
  public MeterBuilder meterBuilder(@Nullable String name) {
    return new Builder(name == null ? "" : name);
  }

  private static final class Builder implements MeterBuilder {
    private final String name;
    private @Nullable String version;
    private @Nullable String schemaUrl;

    Builder(String name) {
      this.name = name;
    }

    @Override
    public MeterBuilder setSchemaUrl(String newSchemaUrl) {
      schemaUrl = newSchemaUrl;
      return this;
    }

    @Override
    public MeterBuilder setInstrumentationVersion(String newVersion) {
      version = newVersion;
      return this;
    }

    @Override
    public Meter build() {
      return new AgentMeter(BridgedMeter.of(name, version, schemaUrl));
    }
  }
}
