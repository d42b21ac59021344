package dev.gossamer.telemetry.recording;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes what is recorded as a request of OTLP's, whose field numbers are the same for spans and
 * log records, down to the single one. All of a request goes into one buffer, which is kept from
 * request to request, as are the bytes of a resource and a scope.
 *
 * <p>Not thread-safe. What was written is the same until {@link #clear}.
 *
 * @param <T> what is recorded
 */
abstract class OtlpEncoder<T> implements MessageWriter {
  private static final int RESOURCE_RECORDS = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int RECORD = 2 << 3 | ProtoBuffer.DELIMITED;

  /** A record usually takes 128 bytes to 16 KiB, so its length two. */
  private static final int LENGTH_SIZE = 2;

  /** More resources and scopes are not remembered. */
  private static final int MOST_REMEMBERED = 1000;

  /** How much memory stays with the encoder from one request to the next. */
  private static final int KEPT = 1 << 20;

  /** The records of this request, each with its tag and length. */
  private final ProtoBuffer records = new ProtoBuffer();

  private final ValueWriter values = new ValueWriter(records);
  private final List<EncodedResource> resources = new ArrayList<>();
  private int count;

  /** Looked at first: the next record is often of the same scope. */
  private @Nullable EncodedScope last;

  /** Whose record it is. */
  abstract Resource resource(T record);

  /** Whose record it is. */
  abstract InstrumentationScopeInfo scope(T record);

  /** Writes the record's fields. */
  abstract void write(T record, ProtoBuffer out, ValueWriter values);

  /**
   * Adds a record to the request. Where it throws, the request is as before.
   *
   * @throws RuntimeException what the record throws, or what it has that cannot be encoded
   */
  final void add(T record) {
    EncodedScope scope = encoded(resource(record), scope(record));
    int before = records.size();
    boolean written = false;
    try {
      int start = records.begin(RECORD, LENGTH_SIZE);
      write(record, records, values);
      records.end(start, LENGTH_SIZE);
      written = true;
    } finally {
      if (!written) {
        records.truncate(before);
      }
    }
    scope.add(before, records.size());
    count++;
  }

  /** How many records the request has. */
  final int count() {
    return count;
  }

  /** How many bytes the request has for its records. */
  final int bytes() {
    return records.size();
  }

  @Override
  public final int getContentLength() {
    int length = 0;
    for (int i = 0; i < resources.size(); i++) {
      int content = resources.get(i).length();
      length += content == 0 ? 0 : 1 + ProtoBuffer.varintSize(content) + content;
    }
    return length;
  }

  @Override
  public final void writeMessage(OutputStream out) throws IOException {
    ProtoBuffer head = new ProtoBuffer();
    for (int i = 0; i < resources.size(); i++) {
      EncodedResource resource = resources.get(i);
      int length = resource.length();
      if (length > 0) {
        head.head(RESOURCE_RECORDS, length);
        resource.writeTo(out, head, records);
      }
    }
  }

  /** The next record is the first of a new request. */
  final void clear() {
    int remembered = 0;
    for (int i = 0; i < resources.size(); i++) {
      EncodedResource resource = resources.get(i);
      resource.clear();
      remembered += 1 + resource.scopes();
    }
    if (remembered > MOST_REMEMBERED) {
      resources.clear();
      last = null;
    }
    records.clear(KEPT);
    count = 0;
  }

  private EncodedScope encoded(Resource resource, InstrumentationScopeInfo info) {
    EncodedScope scope = last;
    if (scope == null || scope.info != info || scope.ofResource() != resource) {
      scope = encoded(resource).scope(info);
      last = scope;
    }
    return scope;
  }

  private EncodedResource encoded(Resource resource) {
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

  static void writeText(int tag, @Nullable String text, ProtoBuffer out) {
    if (text != null && !text.isEmpty()) {
      out.string(tag, text);
    }
  }

  static void writeTime(int tag, long nanos, ProtoBuffer out) {
    if (nanos != 0) {
      out.fixed64(tag, nanos);
    }
  }

  static void writeCount(int tag, int count, ProtoBuffer out) {
    if (count != 0) {
      out.varint(tag, count & 0xffffffffL);
    }
  }
}
