package dev.gossamer.telemetry.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.internal.W3CTraceContextEncoding;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes spans as OTLP's {@code ExportTraceServiceRequest} (opentelemetry-proto, trace/v1), field
 * for field as the SDK's marshaler does. Spans of one scope go into one buffer, which is kept from
 * request to request, as are the bytes of a resource and a scope.
 *
 * <p>Not thread-safe. What was written is the same until {@link #clear}.
 */
final class SpanEncoder implements MessageWriter {
  private static final int RESOURCE_SPANS = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int SPAN = 2 << 3 | ProtoBuffer.DELIMITED;

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

  /** A span usually takes 128 bytes to 16 KiB, so its length two. */
  private static final int SPAN_LENGTH_SIZE = 2;

  /** More resources or more scopes are not remembered: somebody makes a new one for each span. */
  private static final int MOST_REMEMBERED = 64;

  /** How much memory stays with the encoder from one request to the next. */
  private static final int KEPT = 1 << 20;

  private final List<EncodedResource> resources = new ArrayList<>();
  private final KnownAttributes known = new KnownAttributes();
  private int spans;
  private int bytes;

  /** Looked at first: the next span is often of the same scope. */
  private @Nullable EncodedScope last;

  /**
   * Adds a span to the request. Where it throws, the request is as before.
   *
   * @throws RuntimeException what the span throws, or what it has that cannot be encoded
   */
  void add(SpanData span) {
    EncodedScope scope = scope(span.getResource(), span.getInstrumentationScopeInfo());
    ProtoBuffer out = scope.spans;
    int before = out.size();
    boolean written = false;
    try {
      int start = out.begin(SPAN, SPAN_LENGTH_SIZE);
      write(span, out, scope.values);
      out.end(start, SPAN_LENGTH_SIZE);
      written = true;
      spans++;
      bytes += out.size() - before;
    } finally {
      if (!written) {
        out.truncate(before);
      }
    }
  }

  /** How many spans the request has. */
  int spans() {
    return spans;
  }

  /** How many bytes the request has for its spans. */
  int bytes() {
    return bytes;
  }

  @Override
  public int getContentLength() {
    int length = 0;
    for (int i = 0; i < resources.size(); i++) {
      int content = resources.get(i).length();
      length += content == 0 ? 0 : 1 + ProtoBuffer.varintSize(content) + content;
    }
    return length;
  }

  @Override
  public void writeMessage(OutputStream out) throws IOException {
    ProtoBuffer head = new ProtoBuffer();
    for (int i = 0; i < resources.size(); i++) {
      EncodedResource resource = resources.get(i);
      int length = resource.length();
      if (length > 0) {
        head.head(RESOURCE_SPANS, length);
        resource.writeTo(out, head);
      }
    }
  }

  /** The next span is the first of a new request. */
  void clear() {
    int scopes = 1;
    for (int i = 0; i < resources.size(); i++) {
      scopes += resources.get(i).scopes();
    }
    if (scopes > MOST_REMEMBERED) {
      resources.clear();
      last = null;
    }
    for (int i = 0; i < resources.size(); i++) {
      resources.get(i).clear(KEPT / scopes);
    }
    spans = 0;
    bytes = 0;
  }

  private EncodedScope scope(Resource resource, InstrumentationScopeInfo info) {
    EncodedScope scope = last;
    if (scope == null || scope.info != info || scope.resource != resource) {
      scope = resource(resource).scope(info);
      last = scope;
    }
    return scope;
  }

  private EncodedResource resource(Resource resource) {
    for (int i = 0; i < resources.size(); i++) {
      EncodedResource encoded = resources.get(i);
      if (encoded.resource == resource) {
        return encoded;
      }
    }
    EncodedResource encoded = new EncodedResource(resource);
    resources.add(encoded);
    return encoded;
  }

  private void write(SpanData span, ProtoBuffer out, ValueWriter values) {
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

  static void writeText(int tag, @Nullable String text, ProtoBuffer out) {
    if (text != null && !text.isEmpty()) {
      out.string(tag, text);
    }
  }

  private static void writeTime(int tag, long nanos, ProtoBuffer out) {
    if (nanos != 0) {
      out.fixed64(tag, nanos);
    }
  }

  private static void writeCount(int tag, int count, ProtoBuffer out) {
    if (count != 0) {
      out.varint(tag, count & 0xffffffffL);
    }
  }
}
