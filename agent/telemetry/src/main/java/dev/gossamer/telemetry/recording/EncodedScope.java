package dev.gossamer.telemetry.trace;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.io.OutputStream;

/** OTLP's {@code ScopeSpans} of a request. Not thread-safe. */
final class EncodedScope {
  private static final int SCOPE = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int SCHEMA_URL = 3 << 3 | ProtoBuffer.DELIMITED;

  private static final int NAME = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int VERSION = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int ATTRIBUTE = 3 << 3 | ProtoBuffer.DELIMITED;

  final Resource resource;
  final InstrumentationScopeInfo info;

  /** The scope's spans, each with its tag and length. */
  final ProtoBuffer spans = new ProtoBuffer();

  /** Writes to {@link #spans}. */
  final ValueWriter values = new ValueWriter(spans);

  private final byte[] before;
  private final byte[] after;

  EncodedScope(Resource resource, InstrumentationScopeInfo info) {
    this.resource = resource;
    this.info = info;
    ProtoBuffer out = new ProtoBuffer();
    int start = out.begin(SCOPE, 1);
    SpanEncoder.writeText(NAME, info.getName(), out);
    SpanEncoder.writeText(VERSION, info.getVersion(), out);
    new ValueWriter(out).write(ATTRIBUTE, info.getAttributes());
    out.end(start, 1);
    before = out.toByteArray();
    out.truncate(0);
    SpanEncoder.writeText(SCHEMA_URL, info.getSchemaUrl(), out);
    after = out.toByteArray();
  }

  /** 0 where there are no spans, and so nothing to write. */
  int length() {
    return spans.size() == 0 ? 0 : before.length + spans.size() + after.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(before);
    spans.writeTo(out);
    out.write(after);
  }

  /**
   * @param kept bytes of memory to keep at most
   */
  void clear(int kept) {
    spans.clear(kept);
  }
}
