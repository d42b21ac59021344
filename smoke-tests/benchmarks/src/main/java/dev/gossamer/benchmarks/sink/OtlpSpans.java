package dev.gossamer.benchmarks.sink;

/**
 * Counts the spans of an OTLP {@code ExportTraceServiceRequest} without decoding them.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class OtlpSpans {
  // ExportTraceServiceRequest.resource_spans, ResourceSpans.scope_spans, ScopeSpans.spans
  private static final int[] PATH = {1, 2, 2};

  private final byte[] bytes;
  private int position;

  private OtlpSpans(byte[] bytes) {
    this.bytes = bytes;
  }

  static int count(byte[] request) {
    return new OtlpSpans(request).count(0, request.length);
  }

  private int count(int depth, int end) {
    int count = 0;
    while (position < end) {
      long tag = varint();
      switch ((int) (tag & 7)) {
        case 0 -> varint();
        case 1 -> position += 8;
        case 5 -> position += 4;
        case 2 -> {
          int next = (int) varint();
          next += position;
          if (tag >>> 3 == PATH[depth]) {
            count += depth == PATH.length - 1 ? 1 : count(depth + 1, next);
          }
          position = next;
        }
        default -> throw new IllegalArgumentException("wire type " + (tag & 7));
      }
    }
    return count;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[position++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
