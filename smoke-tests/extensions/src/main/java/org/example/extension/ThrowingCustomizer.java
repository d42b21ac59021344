package org.example.extension;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that it puts on the application's threads throws. */
public final class ThrowingCustomizer implements AutoConfigurationCustomizerProvider {
  @Override
  public void customize(AutoConfigurationCustomizer it) {
    it.addSpanProcessorCustomizer(
            (processor, config) -> SpanProcessor.composite(processor, new Throwing()))
        .addSamplerCustomizer((sampler, config) -> new ThrowingSampler())
        .addPropagatorCustomizer((propagator, config) -> new ThrowingPropagator())
        .addMeterProviderCustomizer(
            (builder, config) -> {
              throw new IllegalStateException("acme throws: meters");
            })
        .addMetricExporterCustomizer(
            (exporter, config) ->
                (MetricExporter)
                    Proxy.newProxyInstance(
                        ThrowingCustomizer.class.getClassLoader(),
                        new Class<?>[] {MetricExporter.class},
                        (proxy, method, arguments) -> fail("metric exporter")))
        .addTracerProviderCustomizer(
            (builder, config) ->
                builder
                    .addSpanProcessorFirst(new Throwing())
                    .setSampler(new ThrowingSampler())
                    .setSpanLimits((Supplier<SpanLimits>) () -> fail("limits"))
                    .setIdGenerator(new ThrowingIds()));
  }

  private static <T> T fail(String where) {
    throw new IllegalStateException("acme throws: " + where);
  }

  private static final class Throwing implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      fail("onStart");
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      throw new AssertionError("acme throws: onEnd");
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  private static final class ThrowingSampler implements Sampler {
    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      return fail("shouldSample");
    }

    @Override
    public String getDescription() {
      return fail("getDescription");
    }
  }

  private static final class ThrowingPropagator implements TextMapPropagator {
    @Override
    public Collection<String> fields() {
      return Collections.emptyList();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
      fail("inject");
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
      return fail("extract");
    }
  }

  private static final class ThrowingIds implements IdGenerator {
    @Override
    public String generateSpanId() {
      return fail("span id");
    }

    @Override
    public String generateTraceId() {
      return "no trace id";
    }
  }
}
