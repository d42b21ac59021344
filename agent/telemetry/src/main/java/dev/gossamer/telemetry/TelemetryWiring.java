package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.Version;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.HttpOptions;
import dev.gossamer.config.LimitOptions;
import dev.gossamer.config.OtlpOptions;
import dev.gossamer.config.PropagatorOptions;
import dev.gossamer.config.ResourceOptions;
import dev.gossamer.config.SamplerOptions;
import dev.gossamer.config.SdkOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Wires the SDK by hand from the agent's settings and publishes it. */
final class TelemetryWiring {
  private final Settings settings;
  private final long startedNanos;

  TelemetryWiring(Settings settings, long startedNanos) {
    this.settings = settings;
    this.startedNanos = startedNanos;
  }

  /** Starts telemetry; if there is anything to export, also the thread that does. */
  void start() {
    SdkOptions sdk = SdkOptions.from(settings);
    List<String> propagatorNames = PropagatorOptions.from(settings).names();
    TextMapPropagator propagator = Propagators.of(propagatorNames);
    if (sdk.disabled() || sdk.tracesExporters().isEmpty()) {
      Telemetry.install(new AgentTelemetry(TracerProvider.noop(), propagator));
      String why = sdk.disabled() ? "OTEL_SDK_DISABLED" : "OTEL_TRACES_EXPORTER=none";
      AgentLog.info(line("no spans (" + why + ")", propagatorNames));
      settings.reportNearMisses();
      return;
    }
    OtlpOptions otlp = sdk.tracesExporters().contains("otlp") ? OtlpOptions.from(settings) : null;
    String destination = otlp == null ? "standard output" : otlp.shownEndpoint();
    BatchOptions batch = BatchOptions.from(settings);
    ExportReport report = new ExportReport(destination, batch.queueSize(), System::nanoTime);
    DeferredExporter exporter = new DeferredExporter(sdk.tracesExporters(), otlp, report);
    ExportingSpanProcessor processor = new ExportingSpanProcessor(exporter, batch, report);
    Thread thread = new Thread(null, new ExportLoop(processor), "gossamer-export");
    thread.setDaemon(true);
    // The application's class loader must be collectable.
    thread.setContextClassLoader(null);
    SamplerOptions sampler = SamplerOptions.from(settings);
    Resource resource = AgentResource.of(ResourceOptions.from(settings));
    boolean hints = propagatorNames.contains("b3") || propagatorNames.contains("b3multi");
    boolean exclusions = !HttpOptions.from(settings).serverExclusions().isEmpty();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(new AgentSampler(Samplers.of(sampler), hints, exclusions, thread))
            .setSpanLimits(limits(LimitOptions.from(settings)))
            .addSpanProcessor(processor)
            .build();
    // Loads ThreadLocalRandom here: under a woven class it is known for a ClassCircularityError.
    IdGenerator.random().generateSpanId();
    Telemetry.install(new AgentTelemetry(provider, propagator));
    new ShutdownFlush(processor, report).register();
    thread.start();
    String service = resource.getAttribute(AttributeKey.stringKey("service.name"));
    String protocol = otlp == null ? "console" : otlp.grpc() ? "grpc" : "http/protobuf";
    AgentLog.info(
        line(
            "spans of "
                + (ServiceName.UNKNOWN.equals(service)
                    ? service + " (OTEL_SERVICE_NAME is not set)"
                    : service)
                + " to "
                + destination
                + " ("
                + protocol
                + "), sampler "
                + sampler,
            propagatorNames));
    settings.reportNearMisses();
  }

  private String line(String what, List<String> propagators) {
    StringBuilder line = new StringBuilder(160);
    line.append(Version.AGENT).append(": ").append(what).append(", propagators ");
    for (int i = 0; i < propagators.size(); i++) {
      line.append(i == 0 ? "" : ",").append(propagators.get(i));
    }
    if (propagators.isEmpty()) {
      line.append("none");
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    return line.append(", ready after ").append(millis).append(" ms").toString();
  }

  private static SpanLimits limits(LimitOptions options) {
    return SpanLimits.builder()
        .setMaxAttributeValueLength(options.valueLength())
        .setMaxNumberOfAttributes(options.attributes())
        .setMaxNumberOfEvents(options.events())
        .setMaxNumberOfLinks(options.links())
        .setMaxNumberOfAttributesPerEvent(options.eventAttributes())
        .setMaxNumberOfAttributesPerLink(options.linkAttributes())
        .build();
  }
}
