package dev.gossamer.telemetry.trace;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** OTLP's {@code ResourceSpans} of a request. Not thread-safe. */
final class EncodedResource {
  private static final int RESOURCE = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int SCOPE_SPANS = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int SCHEMA_URL = 3 << 3 | ProtoBuffer.DELIMITED;

  private static final int ATTRIBUTE = 1 << 3 | ProtoBuffer.DELIMITED;

  final Resource resource;

  private final byte[] before;
  private final byte[] after;
  private final List<EncodedScope> scopes = new ArrayList<>();

  EncodedResource(Resource resource) {
    this.resource = resource;
    ProtoBuffer out = new ProtoBuffer();
    // Entities, an experiment of the SDK's, show as the attributes that they stand for.
    int start = out.begin(RESOURCE, 2);
    new ValueWriter(out).write(ATTRIBUTE, resource.getAttributes());
    out.end(start, 2);
    before = out.toByteArray();
    out.truncate(0);
    SpanEncoder.writeText(SCHEMA_URL, resource.getSchemaUrl(), out);
    after = out.toByteArray();
  }

  EncodedScope scope(InstrumentationScopeInfo info) {
    for (int i = 0; i < scopes.size(); i++) {
      EncodedScope scope = scopes.get(i);
      if (scope.info == info) {
        return scope;
      }
    }
    EncodedScope scope = new EncodedScope(resource, info);
    scopes.add(scope);
    return scope;
  }

  /** 0 where there are no spans, and so nothing to write. */
  int length() {
    int length = 0;
    for (int i = 0; i < scopes.size(); i++) {
      int content = scopes.get(i).length();
      length += content == 0 ? 0 : 1 + ProtoBuffer.varintSize(content) + content;
    }
    return length == 0 ? 0 : before.length + length + after.length;
  }

  /**
   * @param head what comes before, and a buffer for heads
   */
  void writeTo(OutputStream out, ProtoBuffer head) throws IOException {
    head.raw(before);
    for (int i = 0; i < scopes.size(); i++) {
      EncodedScope scope = scopes.get(i);
      int length = scope.length();
      if (length > 0) {
        head.head(SCOPE_SPANS, length);
        head.writeTo(out);
        head.truncate(0);
        scope.writeTo(out);
      }
    }
    out.write(after);
  }

  /**
   * @param kept bytes of memory that each scope may keep
   */
  void clear(int kept) {
    for (int i = 0; i < scopes.size(); i++) {
      scopes.get(i).clear(kept);
    }
  }

  /** How many scopes there are. */
  int scopes() {
    return scopes.size();
  }
}
