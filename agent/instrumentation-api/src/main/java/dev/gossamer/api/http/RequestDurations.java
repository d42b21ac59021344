package dev.gossamer.api.http;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The histograms {@code http.server.request.duration} and {@code http.client.request.duration}
 * (semantic conventions 1.44, HTTP metrics): every request counts, also one that is not sampled.
 * Thread-safe.
 */
final class RequestDurations {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final List<Double> BOUNDARIES =
      Collections.unmodifiableList(
          Arrays.asList(
              0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));

  private static final double NANOS_PER_MILLI = 1e6;

  private final DoubleHistogram histogram;
  private final double nanosPerUnit;

  private RequestDurations(DoubleHistogram histogram, double nanosPerUnit) {
    this.histogram = histogram;
    this.nanosPerUnit = nanosPerUnit;
  }

  /** Of servers; null when nothing reads metrics. */
  static @Nullable RequestDurations ofServer(String instrumentation) {
    return of(instrumentation, "http.server.request.duration", "Duration of HTTP server requests.");
  }

  /** Of clients; null when nothing reads metrics. */
  static @Nullable RequestDurations ofClient(String instrumentation) {
    return of(instrumentation, "http.client.request.duration", "Duration of HTTP client requests.");
  }

  private static @Nullable RequestDurations of(
      String instrumentation, String name, String description) {
    Meter meter = Telemetry.meter(instrumentation, HttpAttributes.SCHEMA_URL);
    return meter == null
        ? null
        : new RequestDurations(
            meter
                .histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build(),
            NANOS_PER_SECOND);
  }

  /** A histogram as they were before the stable conventions; null when nothing reads metrics. */
  static @Nullable RequestDurations inMillis(
      String instrumentation, String name, String description) {
    Meter meter = Telemetry.meter(instrumentation, HttpAttributes.SCHEMA_URL);
    return meter == null
        ? null
        : new RequestDurations(
            meter.histogramBuilder(name).setUnit("ms").setDescription(description).build(),
            NANOS_PER_MILLI);
  }

  /** What both sides say of a request; the rest is the caller's. */
  static AttributesBuilder describe(
      @Nullable String method, int status, @Nullable String version, @Nullable String errorType) {
    AttributesBuilder described =
        Attributes.builder()
            .put(
                HttpAttributes.REQUEST_METHOD,
                method != null && HttpMethods.isKnown(method) ? method : HttpMethods.OTHER);
    if (status > 0) {
      described.put(HttpAttributes.RESPONSE_STATUS_CODE, (long) status);
    }
    if (version != null) {
      described.put(HttpAttributes.PROTOCOL_VERSION, version);
    }
    if (errorType != null) {
      described.put(HttpAttributes.ERROR_TYPE, errorType);
    }
    return described;
  }

  /**
   * Records a request that ends now.
   *
   * @param startNanos {@link System#nanoTime} when it began
   * @param context the span's, by which an exemplar finds the trace
   */
  void record(long startNanos, Attributes attributes, Context context) {
    histogram.record((System.nanoTime() - startNanos) / nanosPerUnit, attributes, context);
  }
}
