package dev.gossamer.api.database;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The histogram {@code db.client.operation.duration} (semantic conventions 1.44, database client
 * metrics): every query counts, also one that is not sampled. Thread-safe.
 */
final class QueryDurations {
  private static final double NANOS_PER_SECOND = 1e9;
  static final List<Double> BOUNDARIES =
      Collections.unmodifiableList(
          Arrays.asList(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0));

  private final DoubleHistogram histogram;

  private QueryDurations(DoubleHistogram histogram) {
    this.histogram = histogram;
  }

  /** Null when nothing reads metrics. */
  static @Nullable QueryDurations of(String instrumentation) {
    Meter meter = Telemetry.meter(instrumentation, DatabaseTracing.SCHEMA_URL);
    return meter == null
        ? null
        : new QueryDurations(
            meter
                .histogramBuilder("db.client.operation.duration")
                .setUnit("s")
                .setDescription("Duration of database client operations.")
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build());
  }

  /** Records a query that ends now. */
  void record(DatabaseSpan query, @Nullable String statusCode, @Nullable String errorType) {
    double seconds = (System.nanoTime() - query.startNanos) / NANOS_PER_SECOND;
    histogram.record(seconds, describe(query, statusCode, errorType), query.context());
  }

  private static Attributes describe(
      DatabaseSpan query, @Nullable String statusCode, @Nullable String errorType) {
    AttributesBuilder described = Attributes.builder();
    ConnectionTarget target = query.target();
    if (target != null) {
      described.put(DatabaseTracing.SYSTEM, target.system().systemName());
      put(described, DatabaseTracing.NAMESPACE, target.namespace());
      String host = target.host();
      if (host != null) {
        described.put(DatabaseTracing.SERVER_ADDRESS, host);
        int port = target.nonDefaultPort();
        if (port > 0) {
          described.put(DatabaseTracing.SERVER_PORT, (long) port);
        }
      }
    }
    AnalyzedQuery analyzed = query.query();
    if (analyzed != null) {
      put(described, DatabaseTracing.SUMMARY, analyzed.summary());
      put(described, DatabaseTracing.PROCEDURE, analyzed.storedProcedure());
    }
    put(described, DatabaseTracing.STATUS_CODE, statusCode);
    put(described, DatabaseTracing.ERROR_TYPE, errorType);
    return described.build();
  }

  private static void put(
      AttributesBuilder described, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      described.put(key, value);
    }
  }
}
