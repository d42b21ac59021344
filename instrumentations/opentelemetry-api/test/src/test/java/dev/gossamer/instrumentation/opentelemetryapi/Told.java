package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.testing.EventRecord;
import dev.gossamer.testing.LinkRecord;
import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TelemetryReceiver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a program's spans, records and metrics say, without what differs from run to run. */
final class Told {
  private Told() {}

  static String of(TelemetryReceiver receiver) {
    Map<String, String> names = new HashMap<>();
    for (SpanRecord span : receiver.spans()) {
      names.put(span.spanId(), span.name());
    }
    List<String> lines = new ArrayList<>();
    for (SpanRecord span : receiver.spans()) {
      if (span.scopeName().equals("program") || span.scopeName().equals("newer")) {
        lines.add(span(span, names));
      }
    }
    for (LogRecord record : receiver.logs()) {
      lines.add(record(record, names));
    }
    // The last collection of each.
    Map<String, String> metrics = new TreeMap<>();
    for (MetricRecord metric : receiver.metrics()) {
      if (metric.scope().equals("program") || metric.scope().equals("newer")) {
        metrics.put(metric.name(), metric(metric));
      }
    }
    Collections.sort(lines);
    lines.addAll(metrics.values());
    return String.join("\n", lines);
  }

  private static String span(SpanRecord span, Map<String, String> names) {
    StringBuilder line = new StringBuilder();
    line.append(span.name()).append(' ').append(span.kind());
    String parent = names.getOrDefault(span.parentSpanId(), span.parentSpanId());
    line.append(" under '").append(parent).append('\'');
    line.append(' ').append(new TreeMap<>(span.attributes()));
    for (EventRecord event : span.events()) {
      Map<String, Object> attributes = new TreeMap<>(event.attributes());
      attributes.computeIfPresent("exception.stacktrace", (key, trace) -> "...");
      line.append(" event ").append(event.name()).append(' ').append(attributes);
    }
    for (LinkRecord link : span.links()) {
      line.append(" link ").append(link.traceId()).append(link.spanId()).append(link.traceState());
      line.append(new TreeMap<>(link.attributes()));
    }
    line.append(' ').append(span.status()).append(" '").append(span.statusMessage()).append('\'');
    line.append(" state '").append(span.traceState()).append('\'');
    line.append(' ').append(span.scopeName()).append(' ').append(span.scopeVersion());
    line.append(' ').append(span.schemaUrl());
    return line.toString();
  }

  private static String record(LogRecord record, Map<String, String> names) {
    Map<String, Object> attributes = new TreeMap<>(record.attributes());
    attributes.computeIfPresent("exception.stacktrace", (key, trace) -> "...");
    String body = "" + record.body();
    if (record.body() instanceof Map<?, ?> map) {
      body = "" + new TreeMap<>(map);
    } else if (record.body() instanceof byte[] bytes) {
      body = Arrays.toString(bytes);
    }
    return "record "
        + body
        + " in '"
        + names.getOrDefault(record.spanId(), record.spanId())
        + "' "
        + record.severity()
        + " '"
        + record.severityText()
        + "' '"
        + record.eventName()
        + "' at "
        + record.timeNanos()
        + (record.observedNanos() < 1_700_000_002_000_000_000L
            ? " seen " + record.observedNanos()
            : "")
        + " "
        + attributes
        + " "
        + record.scope();
  }

  private static String metric(MetricRecord metric) {
    List<String> points = new ArrayList<>();
    for (MetricRecord.PointRecord point : metric.points()) {
      points.add(
          new TreeMap<>(point.attributes())
              + "="
              + point.value()
              + "/"
              + point.count()
              + point.bounds()
              + point.buckets());
    }
    Collections.sort(points);
    return metric.name()
        + " "
        + metric.unit()
        + " '"
        + metric.description()
        + "' "
        + metric.kind()
        + (metric.cumulative() ? " cumulative" : "")
        + (metric.monotonic() ? " monotonic " : " ")
        + points;
  }
}
