package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.internal.W3CTraceContextEncoding;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/**
 * Encodes spans as OTLP's {@code ExportTraceServiceRequest} (opentelemetry-proto, trace/v1), field
 * for field as the SDK's marshaler does. Not thread-safe.
 */
final class SpanEncoder extends OtlpEncoder<SpanData> {
  private static final int TRACE_ID = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int SPAN_ID = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int TRACE_STATE = 3 << 3 | ProtoBuffer.DELIMITED;
  private static final int PARENT_SPAN_ID = 4 << 3 | ProtoBuffer.DELIMITED;
  private static final int NAME = 5 << 3 | ProtoBuffer.DELIMITED;
  private static final int KIND = 6 << 3 | ProtoBuffer.VARINT;
  private static final int START = 7 << 3 | ProtoBuffer.FIXED64;
  private static final int END = 8 << 3 | ProtoBuffer.FIXED64;
  private static final int ATTRIBUTE = 9 << 3 | ProtoBuffer.DELIMITED;
  private static final int DROPPED_ATTRIBUTES = 10 << 3 | ProtoBuffer.VARINT;
  private static final int EVENT = 11 << 3 | ProtoBuffer.DELIMITED;
  private static final int DROPPED_EVENTS = 12 << 3 | ProtoBuffer.VARINT;
  private static final int LINK = 13 << 3 | ProtoBuffer.DELIMITED;
  private static final int DROPPED_LINKS = 14 << 3 | ProtoBuffer.VARINT;
  private static final int STATUS = 15 << 3 | ProtoBuffer.DELIMITED;
  private static final int FLAGS = 16 << 3 | ProtoBuffer.FIXED32;

  private static final int EVENT_TIME = 1 << 3 | ProtoBuffer.FIXED64;
  private static final int EVENT_NAME = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int EVENT_ATTRIBUTE = 3 << 3 | ProtoBuffer.DELIMITED;
  private static final int EVENT_DROPPED_ATTRIBUTES = 4 << 3 | ProtoBuffer.VARINT;

  private static final int LINK_ATTRIBUTE = 4 << 3 | ProtoBuffer.DELIMITED;
  private static final int LINK_DROPPED_ATTRIBUTES = 5 << 3 | ProtoBuffer.VARINT;
  private static final int LINK_FLAGS = 6 << 3 | ProtoBuffer.FIXED32;

  private static final int STATUS_MESSAGE = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int STATUS_CODE = 3 << 3 | ProtoBuffer.VARINT;

  /** In the flags: it is known whether the other span is remote; it is. */
  private static final int KNOWN_REMOTE = 0x100;

  private static final int REMOTE = 0x200;

  private final KnownAttributes known = new KnownAttributes();

  @Override
  Resource resource(SpanData span) {
    return span.getResource();
  }

  @Override
  InstrumentationScopeInfo scope(SpanData span) {
    return span.getInstrumentationScopeInfo();
  }

  @Override
  void write(SpanData span, ProtoBuffer out, ValueWriter values) {
    SpanContext context = span.getSpanContext();
    SpanContext parent = span.getParentSpanContext();
    writeIds(context, out);
    writeState(context, out);
    if (parent.isValid()) {
      out.head(PARENT_SPAN_ID, 8);
      out.bigEndian(SpanIdentity.spanId(parent));
    }
    writeText(NAME, span.getName(), out);
    // OTLP's numbers are those of the enum, after one for "unspecified".
    out.varint(KIND, span.getKind().ordinal() + 1);
    writeTime(START, span.getStartEpochNanos(), out);
    writeTime(END, span.getEndEpochNanos(), out);
    Attributes attributes = span.getAttributes();
    values.write(ATTRIBUTE, attributes, known);
    writeCount(DROPPED_ATTRIBUTES, span.getTotalAttributeCount() - attributes.size(), out);
    List<EventData> events = span.getEvents();
    for (int i = 0; i < events.size(); i++) {
      writeEvent(events.get(i), out, values);
    }
    writeCount(DROPPED_EVENTS, span.getTotalRecordedEvents() - events.size(), out);
    List<LinkData> links = span.getLinks();
    for (int i = 0; i < links.size(); i++) {
      writeLink(links.get(i), out, values);
    }
    writeCount(DROPPED_LINKS, span.getTotalRecordedLinks() - links.size(), out);
    writeStatus(span.getStatus(), out);
    writeFlags(FLAGS, context, parent.isRemote(), out);
  }

  private static void writeIds(SpanContext context, ProtoBuffer out) {
    out.head(TRACE_ID, 16);
    out.bigEndian(SpanIdentity.traceHigh(context));
    out.bigEndian(SpanIdentity.traceLow(context));
    out.head(SPAN_ID, 8);
    out.bigEndian(SpanIdentity.spanId(context));
  }

  private static void writeState(SpanContext context, ProtoBuffer out) {
    TraceState state = context.getTraceState();
    if (!state.isEmpty()) {
      writeText(TRACE_STATE, W3CTraceContextEncoding.encodeTraceState(state), out);
    }
  }

  private static void writeEvent(EventData event, ProtoBuffer out, ValueWriter values) {
    int start = out.begin(EVENT, 1);
    writeTime(EVENT_TIME, event.getEpochNanos(), out);
    writeText(EVENT_NAME, event.getName(), out);
    Attributes attributes = event.getAttributes();
    values.write(EVENT_ATTRIBUTE, attributes);
    int dropped = event.getTotalAttributeCount() - attributes.size();
    writeCount(EVENT_DROPPED_ATTRIBUTES, dropped, out);
    out.end(start, 1);
  }

  private static void writeLink(LinkData link, ProtoBuffer out, ValueWriter values) {
    int start = out.begin(LINK, 1);
    SpanContext context = link.getSpanContext();
    writeIds(context, out);
    writeState(context, out);
    Attributes attributes = link.getAttributes();
    values.write(LINK_ATTRIBUTE, attributes);
    int dropped = link.getTotalAttributeCount() - attributes.size();
    writeCount(LINK_DROPPED_ATTRIBUTES, dropped, out);
    writeFlags(LINK_FLAGS, context, context.isRemote(), out);
    out.end(start, 1);
  }

  private static void writeStatus(StatusData status, ProtoBuffer out) {
    int start = out.begin(STATUS, 1);
    writeText(STATUS_MESSAGE, status.getDescription(), out);
    // Unset, which is not written, OK and error: the enum's order is OTLP's.
    writeCount(STATUS_CODE, status.getStatusCode().ordinal(), out);
    out.end(start, 1);
  }

  private static void writeFlags(int tag, SpanContext context, boolean remote, ProtoBuffer out) {
    int flags = context.getTraceFlags().asByte() & 0xff;
    out.fixed32(tag, flags | KNOWN_REMOTE | (remote ? REMOTE : 0));
  }
}
