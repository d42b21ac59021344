package dev.gossamer.telemetry;

import dev.gossamer.config.MetricOptions;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.metrics.ExemplarFilter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's meters, made when the first one is asked for: start-up, and a program that is over
 * before it measured anything, pay for none of their classes. Thread-safe.
 */
final class AgentMeterProvider implements MeterProvider {
  private final Resource resource;
  private final MetricOptions options;
  private final MetricCollection collection;

  private volatile @Nullable SdkMeterProvider provider;

  AgentMeterProvider(Resource resource, MetricOptions options, MetricCollection collection) {
    this.resource = resource;
    this.options = options;
    this.collection = collection;
  }

  @Override
  public MeterBuilder meterBuilder(String scope) {
    return provider().meterBuilder(scope);
  }

  private SdkMeterProvider provider() {
    SdkMeterProvider made = provider;
    return made == null ? make() : made;
  }

  private synchronized SdkMeterProvider make() {
    SdkMeterProvider made = provider;
    if (made == null) {
      made =
          builder(resource, options)
              .registerMetricReader(collection, type -> options.cardinalityLimit())
              .build();
      provider = made;
    }
    return made;
  }

  /** Without readers. */
  static SdkMeterProviderBuilder builder(Resource resource, MetricOptions options) {
    return SdkMeterProvider.builder()
        .setResource(resource)
        .setExemplarFilter(exemplarFilter(options.exemplarFilter()));
  }

  private static ExemplarFilter exemplarFilter(String name) {
    switch (name) {
      case "always_on":
        return ExemplarFilter.alwaysOn();
      case "always_off":
        return ExemplarFilter.alwaysOff();
      default:
        return ExemplarFilter.traceBased();
    }
  }
}
