package dev.gossamer.propagator.b3;

import dev.gossamer.api.propagation.Headers;

/** The identifiers of B3: lower-case hexadecimal, not all zero, trace ids of 64 or 128 bits. */
final class B3Ids {
  static final int SPAN_ID_LENGTH = 16;
  static final int TRACE_ID_LENGTH = 32;
  private static final String PADDING = "0000000000000000";

  private B3Ids() {}

  static boolean isTraceId(String text, int from, int to) {
    int length = to - from;
    return (length == TRACE_ID_LENGTH || length == TRACE_ID_LENGTH / 2)
        && Headers.isIdentifier(text, from, to);
  }

  static boolean isSpanId(String text, int from, int to) {
    return to - from == SPAN_ID_LENGTH && Headers.isIdentifier(text, from, to);
  }

  /** The trace id in the range, padded to 128 bits. */
  static String traceId(String text, int from, int to) {
    String id = text.substring(from, to);
    return to - from == TRACE_ID_LENGTH ? id : PADDING.concat(id);
  }
}
