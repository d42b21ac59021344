package dev.gossamer.telemetry.extension;

import dev.gossamer.config.AgentLog;
import dev.gossamer.config.ExtensionSettings;
import dev.gossamer.config.ResourceOptions;
import dev.gossamer.config.SdkOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.OpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.internal.AutoConfigureListener;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ConditionalResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.resources.ResourceBuilder;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What extensions bring: providers of the OpenTelemetry SDK's autoconfigure SPI, by name, and
 * customizers of what the agent wires by hand. Made only when {@code OTEL_JAVAAGENT_EXTENSIONS}
 * names a usable jar.
 *
 * <p>Span exporters are made and customized by the thread that exports spans, everything else by
 * the one that starts telemetry. Nothing here throws what an extension throws: each failure is a
 * line, and what the agent had is used. What is handed out is guarded where the application's
 * threads will run it.
 */
public final class Extensions {
  private final Customizations customizations = new Customizations();
  private final ExitFlush exitFlush = new ExitFlush();
  private final List<Contribution<ResourceProvider>> resources;
  private final Map<String, Contribution<ConfigurableSamplerProvider>> samplers;
  private final Map<String, Contribution<ConfigurableSpanExporterProvider>> spanExporters;
  private final Map<String, Contribution<ConfigurableMetricExporterProvider>> metricExporters;
  private final Map<String, Contribution<ConfigurableLogRecordExporterProvider>> logExporters;
  private final Map<String, Contribution<ConfigurablePropagatorProvider>> propagators;
  private final List<Contribution<AutoConfigureListener>> listeners;
  private final ConfigProperties config;
  private final Settings settings;

  private Extensions(List<Extension> extensions, Settings given) {
    Providers providers = new Providers(extensions);
    for (Contribution<AutoConfigurationCustomizerProvider> it :
        providers.ordered(
            AutoConfigurationCustomizerProvider.class,
            AutoConfigurationCustomizerProvider::order)) {
      it.extension.call(
          it.value.getClass().getName() + " customizes only in part",
          () -> {
            it.value.customize(customizations.of(it.extension));
            return it;
          });
    }
    resources = providers.ordered(ResourceProvider.class, ResourceProvider::order);
    samplers =
        providers.named(ConfigurableSamplerProvider.class, ConfigurableSamplerProvider::getName);
    spanExporters =
        providers.named(
            ConfigurableSpanExporterProvider.class, ConfigurableSpanExporterProvider::getName);
    metricExporters =
        providers.named(
            ConfigurableMetricExporterProvider.class, ConfigurableMetricExporterProvider::getName);
    logExporters =
        providers.named(
            ConfigurableLogRecordExporterProvider.class,
            ConfigurableLogRecordExporterProvider::getName);
    propagators =
        providers.named(
            ConfigurablePropagatorProvider.class, ConfigurablePropagatorProvider::getName);
    listeners = providers.listeners;
    ExtensionSettings extended = new ExtensionSettings(given);
    extended.samplers(samplers.keySet());
    extended.spanExporters(spanExporters.keySet());
    extended.metricExporters(metricExporters.keySet());
    extended.logExporters(logExporters.keySet());
    extended.propagators(propagators.keySet());
    ExtensionProperties properties = new ExtensionProperties(extended, customizations);
    config = properties.config;
    settings = extended.with(properties.under, properties.over);
  }

  /**
   * Loads the jars of these files and folders; null when none of them can be used. Says of each
   * that cannot why.
   */
  public static @Nullable Extensions load(List<String> paths, Settings settings) {
    List<Extension> extensions = ExtensionFiles.open(paths, SdkOptions.extensionsName(settings));
    if (extensions.isEmpty()) {
      return null;
    }
    try {
      GlobalOpenTelemetry.set(new AgentOpenTelemetry());
    } catch (IllegalStateException e) {
      AgentLog.debug("extensions have a GlobalOpenTelemetry already", e);
    }
    return new Extensions(extensions, settings);
  }

  /** The settings with what extensions say. */
  public Settings settings() {
    return settings;
  }

  /** Whether the sampler of this name is an extension's. */
  public boolean hasSampler(String name) {
    return samplers.containsKey(name);
  }

  /** The sampler of this name, or what is used where it cannot be made, or fails. */
  public Sampler sampler(String name, Sampler otherwise) {
    Contribution<ConfigurableSamplerProvider> it = samplers.get(name);
    Sampler made =
        it == null
            ? null
            : it.extension.call(
                "its sampler " + name + " cannot be made; using " + otherwise.getDescription(),
                () ->
                    new GuardedSampler(
                        it.extension, made(it.value.createSampler(config)), otherwise));
    return made == null ? otherwise : made;
  }

  /** What customizers make of the configured sampler. */
  public Sampler customized(Sampler sampler) {
    return changed(
        customizations.samplers,
        sampler,
        "the sampler",
        (extension, changed) -> new GuardedSampler(extension, changed, sampler));
  }

  /** The propagator of this name; one that does nothing when it cannot be made. */
  public TextMapPropagator propagator(String name) {
    Contribution<ConfigurablePropagatorProvider> it = propagators.get(name);
    TextMapPropagator made =
        it == null
            ? null
            : it.extension.call(
                "its propagator " + name + " cannot be made and is left out",
                () -> new GuardedPropagator(it.extension, made(it.value.getPropagator(config))));
    return made == null ? TextMapPropagator.noop() : made;
  }

  /** What customizers make of one propagator. */
  public TextMapPropagator customized(TextMapPropagator propagator) {
    return changed(customizations.propagators, propagator, "propagators", GuardedPropagator::new);
  }

  /** The exporter of this name; null when it cannot be made. */
  public @Nullable SpanExporter spanExporter(String name) {
    return exporter(
        spanExporters.get(name),
        name,
        provider -> provider.createExporter(config),
        SpanExporter::flush);
  }

  /** What customizers make of one exporter. */
  public SpanExporter customized(SpanExporter exporter) {
    return customized(
        customizations.spanExporters, exporter, "span exporters", SpanExporter::flush);
  }

  /** What customizers make of the processor that exports. */
  public SpanProcessor customized(SpanProcessor processor) {
    return changed(
        customizations.spanProcessors, processor, "span processors", GuardedSpanProcessor::new);
  }

  /**
   * What customizers make of the tracers.
   *
   * @param asOurs what a sampler that they set is to be behind
   */
  public SdkTracerProviderBuilder customized(
      SdkTracerProviderBuilder builder, UnaryOperator<Sampler> asOurs) {
    SdkTracerProviderBuilder customized = builder;
    for (Contribution<Customizations.Change<SdkTracerProviderBuilder>> it :
        customizations.tracerProviders) {
      SdkTracerProviderBuilder from = customized;
      TracerParts before = new TracerParts(from);
      customized = changed(it, from, "tracers", (by, changed) -> changed);
      before.guard(it.extension, customized, asOurs);
    }
    return customized;
  }

  /** The exporter of this name; null when it cannot be made. */
  public @Nullable MetricExporter metricExporter(String name) {
    return exporter(
        metricExporters.get(name),
        name,
        provider -> provider.createExporter(config),
        MetricExporter::flush);
  }

  /** What customizers make of one exporter. */
  public MetricExporter customized(MetricExporter exporter) {
    return customized(
        customizations.metricExporters, exporter, "metric exporters", MetricExporter::flush);
  }

  /** What customizers make of one reader. */
  public MetricReader customized(MetricReader reader) {
    return changed(
        customizations.metricReaders, reader, "metric readers", GuardedMetricReader::new);
  }

  /** What customizers make of the meters. */
  public SdkMeterProviderBuilder customized(SdkMeterProviderBuilder builder) {
    return changed(customizations.meterProviders, builder, "meters", (by, it) -> it);
  }

  /** The exporter of this name; null when it cannot be made. */
  public @Nullable LogRecordExporter logExporter(String name) {
    return exporter(
        logExporters.get(name),
        name,
        provider -> provider.createExporter(config),
        LogRecordExporter::flush);
  }

  /** What customizers make of one exporter. */
  public LogRecordExporter customized(LogRecordExporter exporter) {
    return customized(
        customizations.logExporters, exporter, "log exporters", LogRecordExporter::flush);
  }

  /** What customizers make of the processor that exports. */
  public LogRecordProcessor customized(LogRecordProcessor processor) {
    return changed(
        customizations.logProcessors, processor, "log processors", GuardedLogProcessor::new);
  }

  /** What customizers make of the loggers. */
  public SdkLoggerProviderBuilder customized(SdkLoggerProviderBuilder builder) {
    SdkLoggerProviderBuilder customized = builder;
    for (Contribution<Customizations.Change<SdkLoggerProviderBuilder>> it :
        customizations.loggerProviders) {
      SdkLoggerProviderBuilder from = customized;
      LoggerParts before = new LoggerParts(from);
      customized = changed(it, from, "loggers", (by, changed) -> changed);
      before.guard(it.extension, customized);
    }
    return customized;
  }

  /**
   * The resource with what extensions know. They know better than the agent; the user knows better
   * than they do, except for customizers, which have the last word.
   */
  public Resource resource(Resource agents, ResourceOptions options) {
    Resource resource = agents;
    for (Contribution<ResourceProvider> it : resources) {
      String className = it.value.getClass().getName();
      if (options.usesProvider(className)) {
        Resource before = resource;
        Resource more =
            it.extension.call(
                className + ", a ResourceProvider, is left out", () -> created(it.value, before));
        resource = more == null ? resource : resource.merge(more);
      }
    }
    ResourceBuilder users = Resource.builder();
    options.attributes().forEach(users::put);
    if (options.serviceName() != null) {
      users.put("service.name", options.serviceName());
    }
    Resource merged = resources.isEmpty() ? resource : resource.merge(users.build());
    return changed(
        customizations.resources,
        without(options.disabledKeys(), merged),
        "the resource",
        (by, it) -> it);
  }

  private Resource created(ResourceProvider provider, Resource before) {
    return provider instanceof ConditionalResourceProvider
            && !((ConditionalResourceProvider) provider).shouldApply(config, before)
        ? Resource.empty()
        : made(provider.createResource(config));
  }

  private static Resource without(List<String> keys, Resource resource) {
    if (keys.isEmpty()) {
      return resource;
    }
    AttributesBuilder attributes = resource.getAttributes().toBuilder();
    attributes.removeIf(key -> keys.contains(key.getKey()));
    return Resource.create(attributes.build(), resource.getSchemaUrl());
  }

  /** Tells those who want to know that all is in place, and has extensions flushed at the end. */
  public void started(
      TracerProvider tracers,
      MeterProvider meters,
      @Nullable SdkLoggerProvider loggers,
      ContextPropagators formats) {
    OpenTelemetrySdkBuilder builder = OpenTelemetrySdk.builder().setPropagators(formats);
    if (tracers instanceof SdkTracerProvider) {
      builder.setTracerProvider((SdkTracerProvider) tracers);
    }
    if (meters instanceof SdkMeterProvider) {
      builder.setMeterProvider((SdkMeterProvider) meters);
    }
    if (loggers != null) {
      builder.setLoggerProvider(loggers);
    }
    OpenTelemetrySdk sdk = builder.build();
    exitFlush.add(() -> sdk.getSdkTracerProvider().forceFlush());
    exitFlush.add(() -> sdk.getSdkMeterProvider().forceFlush());
    exitFlush.add(() -> sdk.getSdkLoggerProvider().forceFlush());
    exitFlush.register();
    for (Contribution<AutoConfigureListener> it : listeners) {
      it.extension.call(
          it.value.getClass().getName() + " listens in vain",
          () -> {
            it.value.afterAutoConfigure(sdk);
            return it;
          });
    }
  }

  private <P, E> @Nullable E exporter(
      @Nullable Contribution<P> it,
      String name,
      Function<P, E> create,
      Function<E, CompletableResultCode> flush) {
    if (it == null) {
      return null;
    }
    E exporter =
        it.extension.call(
            "its exporter " + name + " cannot be made and is left out",
            () -> made(create.apply(it.value)));
    if (exporter != null) {
      exitFlush.add(() -> flush.apply(exporter));
    }
    return exporter;
  }

  private <E> E customized(
      List<Contribution<Customizations.Change<E>>> changes,
      E exporter,
      String what,
      Function<E, CompletableResultCode> flush) {
    E customized = changed(changes, exporter, what, (by, it) -> it);
    if (customized != exporter) {
      exitFlush.add(() -> flush.apply(customized));
    }
    return customized;
  }

  private <T> T changed(
      List<Contribution<Customizations.Change<T>>> changes,
      T from,
      String what,
      BiFunction<Extension, T, T> guard) {
    T value = from;
    for (Contribution<Customizations.Change<T>> it : changes) {
      value = changed(it, value, what, guard);
    }
    return value;
  }

  private <T> T changed(
      Contribution<Customizations.Change<T>> it,
      T from,
      String what,
      BiFunction<Extension, T, T> guard) {
    T changed =
        it.extension.call(
            "its customizer of " + what + " is left out",
            () -> {
              T made = made(it.value.apply(from, config));
              return made == from ? from : guard.apply(it.extension, made);
            });
    return changed == null ? from : changed;
  }

  private static <T> T made(@Nullable T value) {
    return Objects.requireNonNull(value, "it returned null");
  }
}
