package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.Version;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.AgentOptions;
import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.ClientOptions;
import dev.gossamer.config.HttpOptions;
import dev.gossamer.config.LimitOptions;
import dev.gossamer.config.MetricOptions;
import dev.gossamer.config.OtlpOptions;
import dev.gossamer.config.OtlpSignal;
import dev.gossamer.config.PropagatorOptions;
import dev.gossamer.config.ResourceOptions;
import dev.gossamer.config.SamplerOptions;
import dev.gossamer.config.SdkOptions;
import dev.gossamer.config.Settings;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wires the SDK by hand from the agent's settings and publishes it. */
final class TelemetryWiring {
  private final Settings settings;
  private final @Nullable Extensions extensions;
  private final long startedNanos;
  private final PropagatorOptions propagation;
  private final List<String> propagators;
  private final List<Exporting> exporting = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final StringBuilder line = new StringBuilder(240);

  TelemetryWiring(Settings given, long startedNanos) {
    List<String> files = SdkOptions.extensions(given);
    extensions = files.isEmpty() ? null : Extensions.load(files, given);
    settings = extensions == null ? given : extensions.settings();
    this.startedNanos = startedNanos;
    propagation = PropagatorOptions.from(settings);
    propagators = propagation.names();
  }

  /** Starts telemetry; for each signal that is exported, also the thread that does. */
  void start() {
    SdkOptions sdk = SdkOptions.from(settings);
    List<String> traces = sdk.tracesExporters();
    List<String> metrics = sdk.metricsExporters();
    line.append(Version.AGENT).append(": ");
    boolean nothing = sdk.disabled() || traces.isEmpty() && metrics.isEmpty();
    Resource resource = nothing ? null : resource();
    TracerProvider tracers = TracerProvider.noop();
    MeterProvider meters = MeterProvider.noop();
    if (resource == null || traces.isEmpty()) {
      String why = sdk.disabled() ? "OTEL_SDK_DISABLED" : "OTEL_TRACES_EXPORTER=none";
      line.append("no spans (").append(why).append(')');
    } else {
      tracers = tracers(resource, traces);
    }
    if (resource != null && !metrics.isEmpty()) {
      meters = meters(resource, metrics);
    }
    AgentTelemetry telemetry =
        new AgentTelemetry(tracers, meters, Propagators.of(propagators, extensions));
    Telemetry.install(telemetry);
    if (!exporting.isEmpty()) {
      new ShutdownFlush(exporting).register();
    }
    for (Thread thread : threads) {
      thread.start();
    }
    if (extensions != null) {
      extensions.started(tracers, meters, telemetry.getPropagators());
    }
    sayReady();
    settings.reportNearMisses();
  }

  private Resource resource() {
    ResourceOptions options = ResourceOptions.from(settings);
    Resource agents = AgentResource.of(options);
    return extensions == null ? agents : extensions.resource(agents, options);
  }

  private TracerProvider tracers(Resource resource, List<String> exporters) {
    OtlpOptions otlp = otlp(exporters, OtlpSignal.TRACES);
    String destination = destination(otlp, exporters);
    BatchOptions batch = BatchOptions.from(settings);
    ExportReport report = ExportReport.ofSpans(destination, batch.queueSize(), System::nanoTime);
    DeferredExporter exporter = new DeferredExporter(exporters, otlp, report, extensions);
    ExportingSpanProcessor processor = new ExportingSpanProcessor(exporter, batch, report);
    Thread thread = ExportLoop.thread(processor, "spans");
    exporting.add(processor);
    threads.add(thread);
    SamplerOptions sampler = SamplerOptions.from(settings);
    boolean hints = propagators.contains("b3") || propagators.contains("b3multi");
    boolean exclusions = !HttpOptions.from(settings).serverExclusions().isEmpty();
    SdkTracerProviderBuilder builder =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(new AgentSampler(sampler(sampler), hints, exclusions, thread))
            .setSpanLimits(limits(LimitOptions.from(settings)));
    if (!propagation.baggageAttributes().isEmpty()) {
      builder.addSpanProcessor(new BaggageAttributes(propagation.baggageAttributes()));
    }
    Map<String, String> peerServices = ClientOptions.from(settings).peerServices();
    if (!peerServices.isEmpty()) {
      builder.addSpanProcessor(new PeerServices(peerServices));
    }
    SdkTracerProvider provider;
    if (extensions == null) {
      provider = builder.addSpanProcessor(processor).build();
    } else {
      provider =
          extensions
              .customized(
                  builder.addSpanProcessor(extensions.customized(processor)),
                  set -> new AgentSampler(set, hints, exclusions, thread))
              .build();
    }
    // Loads ThreadLocalRandom here: under a woven class it is known for a ClassCircularityError.
    IdGenerator.random().generateSpanId();
    String service = resource.getAttribute(AttributeKey.stringKey("service.name"));
    line.append("spans of ").append(service);
    if (ServiceName.UNKNOWN.equals(service)) {
      line.append(" (OTEL_SERVICE_NAME is not set)");
    }
    line.append(" to ").append(destination);
    if (otlp != null || exporters.contains("console")) {
      String protocol = otlp == null ? "console" : otlp.grpc() ? "grpc" : "http/protobuf";
      line.append(" (").append(protocol).append(')');
    }
    line.append(", sampler ").append(sampler);
    return provider;
  }

  private Sampler sampler(SamplerOptions options) {
    Sampler sampler = Samplers.of(options, extensions);
    return extensions == null ? sampler : extensions.customized(sampler);
  }

  private MeterProvider meters(Resource resource, List<String> exporters) {
    OtlpOptions otlp = otlp(exporters, OtlpSignal.METRICS);
    String destination = destination(otlp, exporters);
    MetricOptions options = MetricOptions.from(settings);
    boolean ofRuntime =
        AgentOptions.from(settings)
            .instrumentation("runtime-telemetry", Arrays.asList("runtime-metrics"), true);
    line.append(", metrics to ").append(destination);
    if (extensions != null) {
      ExtendedMetrics extended =
          new ExtendedMetrics(extensions, resource, options, otlp, destination, ofRuntime);
      for (MetricExport export : extended.exports(exporters)) {
        add(export);
      }
      return extended.meters();
    }
    ExportReport report = ExportReport.ofMetrics(destination, System::nanoTime);
    MetricCollection collection = new MetricCollection(options);
    add(
        new MetricExport(
            collection, new MetricExporters(exporters, otlp, report), options, ofRuntime, report));
    return new AgentMeterProvider(resource, options, collection);
  }

  private void add(MetricExport export) {
    exporting.add(export);
    threads.add(ExportLoop.thread(export, "metrics"));
  }

  private @Nullable OtlpOptions otlp(List<String> exporters, OtlpSignal signal) {
    return exporters.contains("otlp") ? OtlpOptions.from(settings, signal) : null;
  }

  private static String destination(@Nullable OtlpOptions otlp, List<String> exporters) {
    if (otlp != null) {
      return otlp.shownEndpoint();
    }
    return exporters.contains("console")
        ? "standard output"
        : String.join(",", exporters) + " of an extension";
  }

  private void sayReady() {
    line.append(", propagators ");
    for (int i = 0; i < propagators.size(); i++) {
      line.append(i == 0 ? "" : ",").append(propagators.get(i));
    }
    if (propagators.isEmpty()) {
      line.append("none");
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    AgentLog.info(line.append(", ready after ").append(millis).append(" ms").toString());
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
