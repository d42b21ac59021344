package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;

/** Quarkus REST takes a request over from Vert.x Web, whose route says nothing but where it is. */
final class BeginAdvice {
  private BeginAdvice() {}

  @Enter
  static void enter() {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null) {
      span.noRoute();
    }
  }
}
