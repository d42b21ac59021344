package dev.gossamer.testing;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns an OTLP message into records. */
final class OtlpDecoder {
  private OtlpDecoder() {}

  static List<SpanRecord> spans(ExportTraceServiceRequest request) {
    List<SpanRecord> spans = new ArrayList<>();
    for (ResourceSpans resourceSpans : request.getResourceSpansList()) {
      Resource resource = resourceSpans.getResource();
      Map<String, Object> resourceAttributes = attributes(resource.getAttributesList());
      for (ScopeSpans scopeSpans : resourceSpans.getScopeSpansList()) {
        for (Span span : scopeSpans.getSpansList()) {
          spans.add(span(span, scopeSpans, resourceAttributes));
        }
      }
    }
    return spans;
  }

  private static SpanRecord span(Span span, ScopeSpans scope, Map<String, Object> resource) {
    List<EventRecord> events =
        span.getEventsList().stream()
            .map(
                event ->
                    new EventRecord(
                        event.getName(),
                        attributes(event.getAttributesList()),
                        event.getTimeUnixNano()))
            .toList();
    List<LinkRecord> links =
        span.getLinksList().stream()
            .map(
                link ->
                    new LinkRecord(
                        hex(link.getTraceId()),
                        hex(link.getSpanId()),
                        link.getTraceState(),
                        attributes(link.getAttributesList()),
                        link.getFlags()))
            .toList();
    return new SpanRecord(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        SpanKind.values()[span.getKindValue()],
        attributes(span.getAttributesList()),
        events,
        links,
        SpanStatus.values()[span.getStatus().getCodeValue()],
        span.getStatus().getMessage(),
        span.getFlags(),
        span.getTraceState(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        span.getDroppedAttributesCount()
            + span.getDroppedEventsCount()
            + span.getDroppedLinksCount(),
        resource,
        scope.getScope().getName(),
        scope.getScope().getVersion(),
        scope.getSchemaUrl());
  }

  static Map<String, Object> attributes(List<KeyValue> pairs) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (KeyValue pair : pairs) {
      if (attributes.put(pair.getKey(), value(pair.getValue())) != null) {
        throw new IllegalArgumentException("attribute key twice on the wire: " + pair.getKey());
      }
    }
    return Collections.unmodifiableMap(attributes);
  }

  static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case BYTES_VALUE -> value.getBytesValue().toByteArray();
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(OtlpDecoder::value).toList();
      case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList());
      default -> Optional.empty();
    };
  }

  static String hex(com.google.protobuf.ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
