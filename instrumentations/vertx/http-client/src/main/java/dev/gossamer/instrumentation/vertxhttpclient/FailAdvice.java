package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import io.vertx.core.http.HttpClientRequest;

/** A request fails, before or after its answer began. */
final class FailAdvice {
  private FailAdvice() {}

  @Enter
  static void enter(@This HttpClientRequest request, @Argument(0) Throwable thrown) {
    Sending sending = Sending.of(request);
    if (sending != null) {
      sending.failed(thrown);
    }
  }
}
