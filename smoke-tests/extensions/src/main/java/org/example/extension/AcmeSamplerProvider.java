package org.example.extension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Drops what is asked of the path that a setting of its own names, and marks the rest. */
public final class AcmeSamplerProvider implements ConfigurableSamplerProvider {
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

  @Override
  public Sampler createSampler(ConfigProperties config) {
    String dropped = config.getString("acme.dropped-path", "");
    double rate = config.getDouble("acme.rate", 0);
    return new Sampler() {
      @Override
      public SamplingResult shouldSample(
          Context parent,
          String traceId,
          String name,
          SpanKind kind,
          Attributes attributes,
          List<LinkData> links) {
        return dropped.equals(attributes.get(PATH))
            ? SamplingResult.drop()
            : SamplingResult.create(
                SamplingResult.recordAndSample().getDecision(),
                Attributes.of(AttributeKey.doubleKey("acme.rate"), rate));
      }

      @Override
      public String getDescription() {
        return "acme";
      }
    };
  }

  @Override
  public String getName() {
    return "acme";
  }
}
