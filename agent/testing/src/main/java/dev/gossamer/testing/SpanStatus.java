package dev.gossamer.testing;

/** The status code of a span, in the order of the numbers on the wire. */
public enum SpanStatus {
  UNSET,
  OK,
  ERROR
}
