package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import io.vertx.core.http.HttpClientRequest;

/** The application gives a request up. */
final class ResetAdvice {
  private ResetAdvice() {}

  @Enter
  static void enter(@This HttpClientRequest request) {
    Sending.givenUp(request);
  }
}
