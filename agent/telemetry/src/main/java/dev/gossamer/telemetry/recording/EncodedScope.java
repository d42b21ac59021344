package dev.gossamer.telemetry.recording;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** OTLP's {@code ScopeSpans} or {@code ScopeLogs} of a request. Not thread-safe. */
final class EncodedScope {
  private static final int SCOPE = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int SCHEMA_URL = 3 << 3 | ProtoBuffer.DELIMITED;

  private static final int NAME = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int VERSION = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int ATTRIBUTE = 3 << 3 | ProtoBuffer.DELIMITED;

  /** Room for so many numbers stays from request to request. */
  private static final int KEPT = 1024;

  final EncodedResource resource;
  final InstrumentationScopeInfo info;

  private final byte[] before;
  private final byte[] after;

  /** Where in the request's buffer its records are: where each part begins and ends, in turn. */
  private int[] parts = new int[8];

  private int used;
  private int recorded;

  EncodedScope(EncodedResource resource, InstrumentationScopeInfo info) {
    this.resource = resource;
    this.info = info;
    ProtoBuffer out = new ProtoBuffer();
    int start = out.begin(SCOPE, 1);
    OtlpEncoder.writeText(NAME, info.getName(), out);
    OtlpEncoder.writeText(VERSION, info.getVersion(), out);
    new ValueWriter(out).write(ATTRIBUTE, info.getAttributes());
    out.end(start, 1);
    before = out.toByteArray();
    out.truncate(0);
    OtlpEncoder.writeText(SCHEMA_URL, info.getSchemaUrl(), out);
    after = out.toByteArray();
  }

  Resource ofResource() {
    return resource.resource;
  }

  /** A record of the scope's, with its tag and length, is there in the buffer. */
  void add(int start, int end) {
    recorded += end - start;
    if (used > 0 && parts[used - 1] == start) {
      parts[used - 1] = end;
      return;
    }
    if (used == 0) {
      resource.uses(this);
    } else if (used == parts.length) {
      parts = Arrays.copyOf(parts, 2 * used);
    }
    parts[used++] = start;
    parts[used++] = end;
  }

  int length() {
    return before.length + recorded + after.length;
  }

  /**
   * @param records the request's buffer
   */
  void writeTo(OutputStream out, ProtoBuffer records) throws IOException {
    out.write(before);
    for (int i = 0; i < used; i += 2) {
      records.writeTo(out, parts[i], parts[i + 1]);
    }
    out.write(after);
  }

  /** It has no records any more. */
  void clear() {
    used = 0;
    recorded = 0;
    if (parts.length > KEPT) {
      parts = new int[KEPT];
    }
  }
}
