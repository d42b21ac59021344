package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** Around what becomes of an answer: the application's, or another request after a redirect. */
final class ResponseAdvice {
  private ResponseAdvice() {}

  @Enter
  static @Nullable Scope enter(
      @This HttpClientRequest request, @Argument(0) HttpClientResponse response) {
    Sending sending = Sending.of(request);
    return sending == null ? null : sending.answered(response);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
