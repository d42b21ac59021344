package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedTracer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import org.jspecify.annotations.Nullable;

/** Tracers of the agent's. */
final class AgentTracerProvider implements TracerProvider {
  @Override
  public Tracer get(String name) {
    return tracerBuilder(name).build();
  }

  @Override
  public Tracer get(String name, String version) {
    return tracerBuilder(name).setInstrumentationVersion(version).build();
  }

  @Override
  public TracerBuilder tracerBuilder(@Nullable String name) {
    return new Builder(name == null ? "" : name);
  }

  private static final class Builder implements TracerBuilder {
    private final String name;
    private @Nullable String version;
    private @Nullable String schemaUrl;

    Builder(String name) {
      this.name = name;
    }

    @Override
    public TracerBuilder setSchemaUrl(String newSchemaUrl) {
      schemaUrl = newSchemaUrl;
      return this;
    }

    @Override
    public TracerBuilder setInstrumentationVersion(String newVersion) {
      version = newVersion;
      return this;
    }

    @Override
    public Tracer build() {
      return new AgentTracer(BridgedTracer.of(name, version, schemaUrl));
    }
  }
}
