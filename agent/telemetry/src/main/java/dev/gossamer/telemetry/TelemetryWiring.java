package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.Version;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.BatchOptions;
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
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wires the SDK by hand from the agent's settings and publishes it. */
final class TelemetryWiring {
  private final Settings settings;
  private final long startedNanos;

  TelemetryWiring(Settings settings, long startedNanos) {
    this.settings = settings;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts telemetry.
   *
   * @param thread the one that will run what is returned
   * @return what exports spans until the JVM ends, or null when there is nothing to export
   */
  @Nullable Runnable start(Thread thread) {
    SdkOptions sdk = SdkOptions.from(settings);
    List<String> propagatorNames = PropagatorOptions.from(settings).names();
    TextMapPropagator propagator = Propagators.of(propagatorNames);
    if (sdk.disabled() || sdk.tracesExporters().isEmpty()) {
      Telemetry.install(new AgentTelemetry(TracerProvider.noop(), propagator));
      String why = sdk.disabled() ? "OTEL_SDK_DISABLED" : "OTEL_TRACES_EXPORTER=none";
      AgentLog.info(line("no spans (" + why + ")", propagatorNames));
      settings.reportNearMisses();
      return null;
    }
    OtlpOptions otlp = sdk.tracesExporters().contains("otlp") ? OtlpOptions.from(settings) : null;
    String destination = otlp == null ? "standard output" : otlp.shownEndpoint();
    BatchOptions batch = BatchOptions.from(settings);
    ExportReport report = new ExportReport(destination, batch.queueSize(), System::nanoTime);
    DeferredExporter exporter = new DeferredExporter();
    ExportingSpanProcessor processor = new ExportingSpanProcessor(exporter, batch, report);
    SamplerOptions sampler = SamplerOptions.from(settings);
    Resource resource = AgentResource.of(ResourceOptions.from(settings));
    boolean hints = propagatorNames.contains("b3") || propagatorNames.contains("b3multi");
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(new AgentSampler(Samplers.of(sampler), hints, thread))
            .setSpanLimits(limits(LimitOptions.from(settings)))
            .addSpanProcessor(processor)
            .build();
    // Loads ThreadLocalRandom here: under a woven class it is known for a ClassCircularityError.
    IdGenerator.random().generateSpanId();
    Telemetry.install(new AgentTelemetry(provider, propagator));
    new ShutdownFlush(processor, report).register();
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
    try {
      exporter.become(exporters(sdk.tracesExporters(), otlp, report));
    } catch (RuntimeException | LinkageError e) {
      exporter.fail(e);
    }
    settings.reportNearMisses();
    return processor;
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

  private static SpanExporter exporters(
      List<String> names, @Nullable OtlpOptions otlp, ExportReport report) {
    List<SpanExporter> exporters = new ArrayList<>();
    for (String name : names) {
      if (otlp != null && name.equals("otlp")) {
        exporters.add(OtlpExporters.of(otlp, report));
      } else {
        exporters.add(new ConsoleSpanExporter());
      }
    }
    return exporters.size() == 1 ? exporters.get(0) : SpanExporter.composite(exporters);
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
