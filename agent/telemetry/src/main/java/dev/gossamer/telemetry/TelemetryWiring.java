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
import dev.gossamer.config.SemconvOptions;
import dev.gossamer.config.Settings;
import dev.gossamer.telemetry.extension.Extensions;
import dev.gossamer.telemetry.recording.AgentTracerProvider;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
    List<String> logs = sdk.logsExporters();
    line.append(Version.AGENT).append(": ");
    boolean nothing = sdk.disabled() || traces.isEmpty() && metrics.isEmpty() && logs.isEmpty();
    Resource resource = nothing ? null : resource();
    TracerProvider tracers = TracerProvider.noop();
    MeterProvider meters = MeterProvider.noop();
    AgentLoggerProvider loggers = null;
    if (resource == null || traces.isEmpty()) {
      String why = sdk.disabled() ? "OTEL_SDK_DISABLED" : "OTEL_TRACES_EXPORTER=none";
      line.append("no spans (").append(why).append(')');
    } else {
      tracers = tracers(resource, traces);
    }
    if (resource != null && !metrics.isEmpty()) {
      meters = meters(resource, metrics);
    }
    if (resource != null && !logs.isEmpty()) {
      loggers = loggers(resource, logs);
    }
    AgentTelemetry telemetry =
        new AgentTelemetry(tracers, meters, loggers, Propagators.of(propagators, extensions));
    // Before anybody knows of it: main may end as soon as it does.
    if (!exporting.isEmpty()) {
      new ShutdownFlush(exporting).register();
    }
    for (Thread thread : threads) {
      thread.start();
    }
    Telemetry.install(telemetry);
    if (extensions != null) {
      extensions.started(
          tracers, meters, loggers == null ? null : loggers.madeNow(), telemetry.getPropagators());
    }
    sayReady();
    // Families read it when they are needed: what it says wrong is told of now.
    SemconvOptions.from(settings);
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
    BatchOptions batch = BatchOptions.ofSpans(settings);
    ExportReport report = ExportReport.ofSpans(destination, batch.queueSize(), System::nanoTime);
    DeferredExporter exporter = new DeferredExporter(exporters, otlp, report, extensions);
    ExportingSpanProcessor processor = new ExportingSpanProcessor(exporter, batch, report);
    Thread thread = ExportLoop.thread(processor, "spans");
    exporting.add(processor);
    threads.add(thread);
    SamplerOptions sampler = SamplerOptions.from(settings);
    boolean hints = propagators.contains("b3") || propagators.contains("b3multi");
    boolean exclusions = !HttpOptions.from(settings).serverExclusions().isEmpty();
    List<SpanProcessor> processors = new ArrayList<>();
    if (!propagation.baggageAttributes().isEmpty()) {
      processors.add(new BaggageAttributes(propagation.baggageAttributes()));
    }
    Map<String, String> peerServices = ClientOptions.from(settings).peerServices();
    if (!peerServices.isEmpty()) {
      processors.add(new PeerServices(peerServices));
    }
    TracerProvider provider;
    if (extensions == null) {
      processors.add(processor);
      provider =
          new AgentTracerProvider(
              resource,
              new AgentSampler(Samplers.of(sampler, null), hints, exclusions, thread),
              Samplers.readTraceId(sampler),
              limits(LimitOptions.from(settings)),
              processors);
    } else {
      processors.add(extensions.customized(processor));
      Sampler first =
          new AgentSampler(
              extensions.customized(Samplers.of(sampler, extensions)), hints, exclusions, thread);
      // The SDK's own: its builder is what extensions customize.
      SdkTracerProviderBuilder builder =
          SdkTracerProvider.builder()
              .setResource(resource)
              .setSampler(first)
              .setSpanLimits(limits(LimitOptions.from(settings)));
      processors.forEach(builder::addSpanProcessor);
      provider =
          extensions
              .customized(builder, set -> new AgentSampler(set, hints, exclusions, thread))
              .build();
    }
    // Loads ThreadLocalRandom here: under a woven class it is known for a ClassCircularityError.
    ThreadLocalRandom.current();
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

  private AgentLoggerProvider loggers(Resource resource, List<String> exporters) {
    OtlpOptions otlp = otlp(exporters, OtlpSignal.LOGS);
    String destination = destination(otlp, exporters);
    AgentLoggerProvider provider =
        new AgentLoggerProvider(
            resource,
            LimitOptions.from(settings),
            BatchOptions.ofLogs(settings),
            exporters,
            otlp,
            extensions,
            destination);
    exporting.add(provider);
    if (extensions != null) {
      provider.madeNow();
    }
    line.append(", logs to ").append(destination);
    return provider;
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
