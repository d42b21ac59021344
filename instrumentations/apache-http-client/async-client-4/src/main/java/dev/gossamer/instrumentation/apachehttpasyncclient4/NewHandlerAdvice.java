package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.apache.http.client.protocol.HttpClientContext;
import org.jspecify.annotations.Nullable;

/** A call begins on the caller's thread. */
final class NewHandlerAdvice {
  private NewHandlerAdvice() {}

  @Exit
  static void exit(@This Object handler, @Argument(3) @Nullable HttpClientContext client) {
    if (client != null) {
      Exchange.begin(handler, client);
    }
  }
}
