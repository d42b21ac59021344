package dev.gossamer.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Prints a line per point to standard output, because the user asked for it. */
final class ConsoleMetricExporter implements MetricExporter {
  private final OutputStream out;

  ConsoleMetricExporter(OutputStream out) {
    this.out = out;
  }

  @Override
  public CompletableResultCode export(Collection<MetricData> metrics) {
    StringBuilder lines = new StringBuilder();
    for (MetricData metric : metrics) {
      for (PointData point : metric.getData().getPoints()) {
        lines.append('\'').append(FailureText.printable(metric.getName(), 500)).append("' ");
        lines.append(value(point)).append(' ').append(metric.getUnit());
        lines.append(" [").append(metric.getInstrumentationScopeInfo().getName()).append("] ");
        lines.append(FailureText.printable(point.getAttributes().toString(), 10_000)).append('\n');
      }
    }
    try {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return CompletableResultCode.ofSuccess();
    } catch (IOException e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
  }

  private static String value(PointData point) {
    if (point instanceof LongPointData) {
      return Long.toString(((LongPointData) point).getValue());
    }
    if (point instanceof DoublePointData) {
      return Double.toString(((DoublePointData) point).getValue());
    }
    if (point instanceof HistogramPointData) {
      HistogramPointData histogram = (HistogramPointData) point;
      return histogram.getCount() + " of together " + histogram.getSum();
    }
    if (point instanceof ExponentialHistogramPointData) {
      ExponentialHistogramPointData histogram = (ExponentialHistogramPointData) point;
      return histogram.getCount() + " of together " + histogram.getSum();
    }
    return point.toString();
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return AggregationTemporality.CUMULATIVE;
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
