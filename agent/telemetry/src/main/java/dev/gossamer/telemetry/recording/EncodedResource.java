package dev.gossamer.telemetry.recording;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** OTLP's {@code ResourceSpans} or {@code ResourceLogs} of a request. Not thread-safe. */
final class EncodedResource {
  private static final int RESOURCE = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int SCOPE_RECORDS = 2 << 3 | ProtoBuffer.DELIMITED;
  private static final int SCHEMA_URL = 3 << 3 | ProtoBuffer.DELIMITED;

  private static final int ATTRIBUTE = 1 << 3 | ProtoBuffer.DELIMITED;

  final Resource resource;

  private final byte[] before;
  private final byte[] after;

  /** By what they are, since a logging application has one for each of its loggers. */
  private final Map<InstrumentationScopeInfo, EncodedScope> scopes = new IdentityHashMap<>();

  /** Those with records in this request. */
  private final List<EncodedScope> used = new ArrayList<>();

  EncodedResource(Resource resource) {
    this.resource = resource;
    ProtoBuffer out = new ProtoBuffer();
    // Entities, an experiment of the SDK's, show as the attributes that they stand for.
    int start = out.begin(RESOURCE, 2);
    new ValueWriter(out).write(ATTRIBUTE, resource.getAttributes());
    out.end(start, 2);
    before = out.toByteArray();
    out.truncate(0);
    OtlpEncoder.writeText(SCHEMA_URL, resource.getSchemaUrl(), out);
    after = out.toByteArray();
  }

  EncodedScope scope(InstrumentationScopeInfo info) {
    EncodedScope scope = scopes.get(info);
    if (scope == null) {
      scope = new EncodedScope(this, info);
      scopes.put(info, scope);
    }
    return scope;
  }

  /** The scope has its first record. */
  void uses(EncodedScope scope) {
    used.add(scope);
  }

  /** 0 where there are no records, and so nothing to write. */
  int length() {
    int length = 0;
    for (int i = 0; i < used.size(); i++) {
      int content = used.get(i).length();
      length += 1 + ProtoBuffer.varintSize(content) + content;
    }
    return length == 0 ? 0 : before.length + length + after.length;
  }

  /**
   * @param head what comes before, and a buffer for heads
   * @param records the request's buffer
   */
  void writeTo(OutputStream out, ProtoBuffer head, ProtoBuffer records) throws IOException {
    head.raw(before);
    for (int i = 0; i < used.size(); i++) {
      EncodedScope scope = used.get(i);
      head.head(SCOPE_RECORDS, scope.length());
      head.writeTo(out);
      head.truncate(0);
      scope.writeTo(out, records);
    }
    out.write(after);
  }

  /** It has no records any more. */
  void clear() {
    for (int i = 0; i < used.size(); i++) {
      used.get(i).clear();
    }
    used.clear();
  }

  /** How many scopes there are. */
  int scopes() {
    return scopes.size();
  }
}
