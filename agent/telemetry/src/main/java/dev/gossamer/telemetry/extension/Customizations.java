package dev.gossamer.telemetry.extension;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What extensions asked for, in the order in which they did. Only for the starting thread. */
final class Customizations {
  /** A change of one part. */
  interface Change<T> extends BiFunction<T, ConfigProperties, T> {}

  final List<Contribution<Change<TextMapPropagator>>> propagators = new ArrayList<>();
  final List<Contribution<Change<Resource>>> resources = new ArrayList<>();
  final List<Contribution<Change<Sampler>>> samplers = new ArrayList<>();
  final List<Contribution<Change<SpanExporter>>> spanExporters = new ArrayList<>();
  final List<Contribution<Change<SpanProcessor>>> spanProcessors = new ArrayList<>();
  final List<Contribution<Change<SdkTracerProviderBuilder>>> tracerProviders = new ArrayList<>();
  final List<Contribution<Change<MetricExporter>>> metricExporters = new ArrayList<>();
  final List<Contribution<Change<MetricReader>>> metricReaders = new ArrayList<>();
  final List<Contribution<Change<SdkMeterProviderBuilder>>> meterProviders = new ArrayList<>();
  final List<Contribution<Change<LogRecordExporter>>> logExporters = new ArrayList<>();
  final List<Contribution<Change<LogRecordProcessor>>> logProcessors = new ArrayList<>();
  final List<Contribution<Change<SdkLoggerProviderBuilder>>> loggerProviders = new ArrayList<>();
  final List<Contribution<Supplier<Map<String, String>>>> suppliers = new ArrayList<>();
  final List<Contribution<Function<ConfigProperties, Map<String, String>>>> properties =
      new ArrayList<>();

  /** What an extension is given to say what it wants. */
  AutoConfigurationCustomizer of(Extension extension) {
    return new Of(extension);
  }

  private final class Of implements AutoConfigurationCustomizer {
    private final Extension extension;

    Of(Extension extension) {
      this.extension = extension;
    }

    private <F> AutoConfigurationCustomizer add(List<Contribution<F>> all, F function) {
      all.add(new Contribution<>(extension, function));
      return this;
    }

    @Override
    public AutoConfigurationCustomizer addPropagatorCustomizer(
        BiFunction<? super TextMapPropagator, ConfigProperties, ? extends TextMapPropagator> it) {
      return add(propagators, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addResourceCustomizer(
        BiFunction<? super Resource, ConfigProperties, ? extends Resource> it) {
      return add(resources, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addSamplerCustomizer(
        BiFunction<? super Sampler, ConfigProperties, ? extends Sampler> it) {
      return add(samplers, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addSpanExporterCustomizer(
        BiFunction<? super SpanExporter, ConfigProperties, ? extends SpanExporter> it) {
      return add(spanExporters, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addSpanProcessorCustomizer(
        BiFunction<? super SpanProcessor, ConfigProperties, ? extends SpanProcessor> it) {
      return add(spanProcessors, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addPropertiesSupplier(Supplier<Map<String, String>> it) {
      return add(suppliers, it::get);
    }

    @Override
    public AutoConfigurationCustomizer addPropertiesCustomizer(
        Function<ConfigProperties, Map<String, String>> it) {
      return add(properties, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addTracerProviderCustomizer(
        BiFunction<SdkTracerProviderBuilder, ConfigProperties, SdkTracerProviderBuilder> it) {
      return add(tracerProviders, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addMeterProviderCustomizer(
        BiFunction<SdkMeterProviderBuilder, ConfigProperties, SdkMeterProviderBuilder> it) {
      return add(meterProviders, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addMetricExporterCustomizer(
        BiFunction<? super MetricExporter, ConfigProperties, ? extends MetricExporter> it) {
      return add(metricExporters, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addMetricReaderCustomizer(
        BiFunction<? super MetricReader, ConfigProperties, ? extends MetricReader> it) {
      return add(metricReaders, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addLoggerProviderCustomizer(
        BiFunction<SdkLoggerProviderBuilder, ConfigProperties, SdkLoggerProviderBuilder> it) {
      return add(loggerProviders, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addLogRecordExporterCustomizer(
        BiFunction<? super LogRecordExporter, ConfigProperties, ? extends LogRecordExporter> it) {
      return add(logExporters, it::apply);
    }

    @Override
    public AutoConfigurationCustomizer addLogRecordProcessorCustomizer(
        BiFunction<? super LogRecordProcessor, ConfigProperties, ? extends LogRecordProcessor> it) {
      return add(logProcessors, it::apply);
    }
  }
}
