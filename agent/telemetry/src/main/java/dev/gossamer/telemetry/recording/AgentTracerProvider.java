package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.internal.ComponentRegistry;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tracers whose spans are the agent's own; sampler, processors, resource and limits are the SDK's,
 * and what they are shown behaves like the SDK's spans. See docs/RATIONALE.md, "Why a span of our
 * own?". Thread-safe.
 */
public final class AgentTracerProvider
    implements TracerProvider, Function<InstrumentationScopeInfo, AgentTracer> {
  private final TraceSettings settings;
  private final ComponentRegistry<AgentTracer> tracers = new ComponentRegistry<>(this);

  /**
   * @param samplesByTraceId whether the sampler looks at trace ids; one that does not is shown an
   *     invalid one, whose text has not to be made
   */
  public AgentTracerProvider(
      Resource resource,
      Sampler sampler,
      boolean samplesByTraceId,
      SpanLimits limits,
      List<SpanProcessor> processors) {
    settings =
        new TraceSettings(
            resource, sampler, samplesByTraceId, limits, SpanProcessor.composite(processors));
  }

  @Override
  public Tracer get(String scope) {
    return tracerBuilder(scope).build();
  }

  @Override
  public Tracer get(String scope, String version) {
    return tracerBuilder(scope).setInstrumentationVersion(version).build();
  }

  @Override
  public TracerBuilder tracerBuilder(@Nullable String scope) {
    return new Builder(tracers, scope == null ? "" : scope);
  }

  /** Makes a tracer; asked by the registry, once for each scope. */
  @Override
  public AgentTracer apply(InstrumentationScopeInfo scope) {
    return new AgentTracer(settings, scope);
  }

  private static final class Builder implements TracerBuilder {
    private final ComponentRegistry<AgentTracer> tracers;
    private final String name;
    private @Nullable String version;
    private @Nullable String schemaUrl;

    Builder(ComponentRegistry<AgentTracer> tracers, String name) {
      this.tracers = tracers;
      this.name = name;
    }

    @Override
    public TracerBuilder setInstrumentationVersion(@Nullable String scopeVersion) {
      version = scopeVersion;
      return this;
    }

    @Override
    public TracerBuilder setSchemaUrl(@Nullable String url) {
      schemaUrl = url;
      return this;
    }

    @Override
    public Tracer build() {
      return tracers.get(name, version, schemaUrl, Attributes.empty());
    }
  }
}
