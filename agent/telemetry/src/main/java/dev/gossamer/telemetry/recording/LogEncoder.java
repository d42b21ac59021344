package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * Encodes log records as OTLP's {@code ExportLogsServiceRequest} (opentelemetry-proto, logs/v1),
 * field for field as the SDK's marshaler does. Not thread-safe.
 */
final class LogEncoder extends OtlpEncoder<LogRecordData> {
  private static final int TIME = 1 << 3 | ProtoBuffer.FIXED64;
  private static final int SEVERITY_NUMBER = 2 << 3 | ProtoBuffer.VARINT;
  private static final int SEVERITY_TEXT = 3 << 3 | ProtoBuffer.DELIMITED;
  private static final int BODY = 5 << 3 | ProtoBuffer.DELIMITED;
  private static final int ATTRIBUTE = 6 << 3 | ProtoBuffer.DELIMITED;
  private static final int DROPPED_ATTRIBUTES = 7 << 3 | ProtoBuffer.VARINT;
  private static final int FLAGS = 8 << 3 | ProtoBuffer.FIXED32;
  private static final int TRACE_ID = 9 << 3 | ProtoBuffer.DELIMITED;
  private static final int SPAN_ID = 10 << 3 | ProtoBuffer.DELIMITED;
  private static final int OBSERVED_TIME = 11 << 3 | ProtoBuffer.FIXED64;
  private static final int EVENT_NAME = 12 << 3 | ProtoBuffer.DELIMITED;

  private final KnownAttributes known = new KnownAttributes();

  @Override
  Resource resource(LogRecordData record) {
    return record.getResource();
  }

  @Override
  InstrumentationScopeInfo scope(LogRecordData record) {
    return record.getInstrumentationScopeInfo();
  }

  @Override
  void write(LogRecordData record, ProtoBuffer out, ValueWriter values) {
    writeTime(TIME, record.getTimestampEpochNanos(), out);
    writeTime(OBSERVED_TIME, record.getObservedTimestampEpochNanos(), out);
    writeCount(SEVERITY_NUMBER, record.getSeverity().getSeverityNumber(), out);
    writeText(SEVERITY_TEXT, record.getSeverityText(), out);
    writeBody(record, values);
    Attributes attributes = record.getAttributes();
    values.write(ATTRIBUTE, attributes, known);
    writeCount(DROPPED_ATTRIBUTES, record.getTotalAttributeCount() - attributes.size(), out);
    SpanContext context = record.getSpanContext();
    int flags = context.getTraceFlags().asByte() & 0xff;
    if (flags != 0) {
      out.fixed32(FLAGS, flags);
    }
    writeIds(context, out);
    writeText(EVENT_NAME, record.getEventName(), out);
  }

  private static void writeBody(LogRecordData record, ValueWriter values) {
    // Most bodies are texts, for which a record of ours has no object around.
    String text = record instanceof RecordedLog ? ((RecordedLog) record).bodyText() : null;
    if (text != null) {
      values.write(BODY, text);
      return;
    }
    Value<?> body = record.getBodyValue();
    if (body != null) {
      values.write(BODY, body);
    }
  }

  /** An id of zeros is none. */
  private static void writeIds(SpanContext context, ProtoBuffer out) {
    long high = SpanIdentity.traceHigh(context);
    long low = SpanIdentity.traceLow(context);
    if ((high | low) != 0) {
      out.head(TRACE_ID, 16);
      out.bigEndian(high);
      out.bigEndian(low);
    }
    long span = SpanIdentity.spanId(context);
    if (span != 0) {
      out.head(SPAN_ID, 8);
      out.bigEndian(span);
    }
  }
}
