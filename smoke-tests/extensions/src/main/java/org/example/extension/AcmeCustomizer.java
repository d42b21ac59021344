package org.example.extension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.AutoConfigureListener;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Customizes everything that can be. */
public final class AcmeCustomizer
    implements AutoConfigurationCustomizerProvider, AutoConfigureListener {
  @Override
  public void customize(AutoConfigurationCustomizer it) {
    it.addPropertiesSupplier(AcmeCustomizer::properties)
        .addPropertiesCustomizer(
            config -> Collections.singletonMap("otel.service.name", "acme-decides"))
        .addResourceCustomizer(
            (resource, config) ->
                resource.merge(
                    Resource.builder().put("acme.seen", config.getString("acme.low")).build()))
        .addSamplerCustomizer(
            (sampler, config) -> {
              Acme.tell(config, "sampler " + sampler.getDescription());
              return sampler;
            })
        .addPropagatorCustomizer(
            (propagator, config) -> {
              Acme.tell(config, "propagator " + propagator.fields());
              return propagator;
            })
        .addSpanExporterCustomizer(AcmeCustomizer::withHeader)
        .addMetricExporterCustomizer(AcmeCustomizer::withHeader)
        .addMetricReaderCustomizer(
            (reader, config) -> {
              Acme.tell(config, "metric reader");
              return reader;
            })
        .addSpanProcessorCustomizer(
            (processor, config) ->
                SpanProcessor.composite(new Marking("acme.before", config), processor))
        .addTracerProviderCustomizer(
            (builder, config) -> builder.addSpanProcessor(new Marking("acme.beside", config)))
        .addLogRecordExporterCustomizer(AcmeCustomizer::withHeader)
        .addLogRecordProcessorCustomizer(
            (processor, config) -> LogRecordProcessor.composite(marking("acme.before"), processor))
        .addLoggerProviderCustomizer(
            // Behind the one that exports, which reads the record when it is its turn.
            (builder, config) -> builder.addLogRecordProcessor(marking("acme.beside")))
        .addMeterProviderCustomizer(
            (builder, config) ->
                builder.registerView(
                    InstrumentSelector.builder().setName("http.server.request.duration").build(),
                    View.builder().setName("acme.duration").build()));
  }

  private static Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    // The environment of the test says something else.
    properties.put("otel.bsp.schedule.delay", "600000");
    properties.put("acme.low", "low");
    properties.put("otel.resource.attributes", "acme.default=yes");
    return properties;
  }

  private static SpanExporter withHeader(SpanExporter exporter, ConfigProperties config) {
    return exporter instanceof OtlpHttpSpanExporter
        ? ((OtlpHttpSpanExporter) exporter).toBuilder().addHeader("x-acme", "spans").build()
        : exporter;
  }

  private static MetricExporter withHeader(MetricExporter exporter, ConfigProperties config) {
    return exporter instanceof OtlpHttpMetricExporter
        ? ((OtlpHttpMetricExporter) exporter).toBuilder().addHeader("x-acme", "metrics").build()
        : exporter;
  }

  private static LogRecordExporter withHeader(LogRecordExporter exporter, ConfigProperties config) {
    return exporter instanceof OtlpHttpLogRecordExporter
        ? ((OtlpHttpLogRecordExporter) exporter).toBuilder().addHeader("x-acme", "logs").build()
        : exporter;
  }

  private static LogRecordProcessor marking(String key) {
    return (context, record) -> record.setAttribute(AttributeKey.booleanKey(key), true);
  }

  @Override
  public void afterAutoConfigure(OpenTelemetrySdk sdk) {
    sdk.getTracer("acme").spanBuilder("configured").startSpan().end();
  }

  private static final class Marking implements SpanProcessor {
    private final String key;

    Marking(String key, ConfigProperties config) {
      this.key = key;
      Acme.tell(config, "processor " + key);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      span.setAttribute(key, true);
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }
}
