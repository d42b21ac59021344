package dev.gossamer.testing;

/** The kind of a span, in the order of the numbers on the wire. */
public enum SpanKind {
  UNSPECIFIED,
  INTERNAL,
  SERVER,
  CLIENT,
  PRODUCER,
  CONSUMER
}
