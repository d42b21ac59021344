package dev.gossamer.testing;

import java.util.List;

/** The words in which a test says what it expects; to be imported statically. */
public final class Traces {
  private Traces() {}

  /** Starts assertions on what arrives at a receiver. */
  public static TracesAssert assertTraces(TelemetryReceiver receiver) {
    return new TracesAssert(receiver);
  }

  /** Expects a trace of exactly these spans. */
  public static TraceExpectation trace(SpanExpectation... spans) {
    return new TraceExpectation(List.of(spans));
  }

  /** Expects a span of this name. */
  public static SpanExpectation span(String name) {
    return new SpanExpectation(name);
  }

  /** Expects a span of any name. */
  public static SpanExpectation span() {
    return new SpanExpectation(null);
  }
}
