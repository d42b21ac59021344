package dev.gossamer.testing;

import dev.gossamer.testing.MetricRecord.ExemplarRecord;
import dev.gossamer.testing.MetricRecord.Kind;
import dev.gossamer.testing.MetricRecord.PointRecord;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns an OTLP message of metrics into records. */
final class MetricDecoder {
  private MetricDecoder() {}

  static List<MetricRecord> metrics(ExportMetricsServiceRequest request) {
    List<MetricRecord> metrics = new ArrayList<>();
    for (ResourceMetrics ofResource : request.getResourceMetricsList()) {
      Map<String, Object> resource =
          OtlpDecoder.attributes(ofResource.getResource().getAttributesList());
      for (ScopeMetrics ofScope : ofResource.getScopeMetricsList()) {
        for (Metric metric : ofScope.getMetricsList()) {
          metrics.add(metric(metric, ofScope, resource));
        }
      }
    }
    return metrics;
  }

  private static MetricRecord metric(
      Metric metric, ScopeMetrics scope, Map<String, Object> resource) {
    Kind kind;
    AggregationTemporality temporality = AggregationTemporality.AGGREGATION_TEMPORALITY_UNSPECIFIED;
    boolean monotonic = false;
    List<PointRecord> points;
    switch (metric.getDataCase()) {
      case GAUGE -> {
        kind = Kind.GAUGE;
        points = numbers(metric.getGauge().getDataPointsList());
      }
      case SUM -> {
        kind = Kind.SUM;
        temporality = metric.getSum().getAggregationTemporality();
        monotonic = metric.getSum().getIsMonotonic();
        points = numbers(metric.getSum().getDataPointsList());
      }
      case HISTOGRAM -> {
        kind = Kind.HISTOGRAM;
        temporality = metric.getHistogram().getAggregationTemporality();
        points =
            metric.getHistogram().getDataPointsList().stream()
                .map(
                    point ->
                        new PointRecord(
                            OtlpDecoder.attributes(point.getAttributesList()),
                            point.getSum(),
                            point.getCount(),
                            point.getExplicitBoundsList(),
                            point.getBucketCountsList(),
                            exemplars(point.getExemplarsList())))
                .toList();
      }
      case EXPONENTIAL_HISTOGRAM -> {
        kind = Kind.EXPONENTIAL_HISTOGRAM;
        temporality = metric.getExponentialHistogram().getAggregationTemporality();
        points =
            metric.getExponentialHistogram().getDataPointsList().stream()
                .map(
                    point ->
                        new PointRecord(
                            OtlpDecoder.attributes(point.getAttributesList()),
                            point.getSum(),
                            point.getCount(),
                            List.of(),
                            List.of(),
                            exemplars(point.getExemplarsList())))
                .toList();
      }
      default -> throw new IllegalArgumentException("a metric without data: " + metric.getName());
    }
    return new MetricRecord(
        metric.getName(),
        metric.getUnit(),
        metric.getDescription(),
        kind,
        temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE,
        monotonic,
        points,
        resource,
        scope.getScope().getName(),
        scope.getSchemaUrl());
  }

  private static List<PointRecord> numbers(List<NumberDataPoint> points) {
    return points.stream()
        .map(
            point ->
                new PointRecord(
                    OtlpDecoder.attributes(point.getAttributesList()),
                    point.hasAsInt() ? point.getAsInt() : point.getAsDouble(),
                    1,
                    List.of(),
                    List.of(),
                    exemplars(point.getExemplarsList())))
        .toList();
  }

  private static List<ExemplarRecord> exemplars(List<Exemplar> exemplars) {
    return exemplars.stream()
        .map(
            exemplar ->
                new ExemplarRecord(
                    OtlpDecoder.hex(exemplar.getTraceId()),
                    OtlpDecoder.hex(exemplar.getSpanId()),
                    exemplar.hasAsInt() ? exemplar.getAsInt() : exemplar.getAsDouble()))
        .toList();
  }
}
