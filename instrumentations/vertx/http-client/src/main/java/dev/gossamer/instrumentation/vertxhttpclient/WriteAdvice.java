package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import io.opentelemetry.context.Scope;
import io.vertx.core.http.HttpClientRequest;
import org.jspecify.annotations.Nullable;

/** Around the writing of a request's head, and of parts of its body. */
final class WriteAdvice {
  private WriteAdvice() {}

  @Enter
  static @Nullable Scope enter(@This HttpClientRequest request) {
    return Sending.write(request);
  }

  @Exit
  static void exit(@State @Nullable Scope scope) {
    if (scope != null) {
      scope.close();
    }
  }
}
