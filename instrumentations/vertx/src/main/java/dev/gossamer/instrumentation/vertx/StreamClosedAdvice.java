package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import io.vertx.core.http.HttpServerRequest;

/** A stream of HTTP/2 is closed. */
final class StreamClosedAdvice {
  private StreamClosedAdvice() {}

  @Enter
  static void enter(@This HttpServerRequest request) {
    Streams.closed(request);
  }
}
