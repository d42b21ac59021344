package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The head of an answer was read. */
final class ResponseAdvice {
  private ResponseAdvice() {}

  @Enter
  static void enter(@This Object handler, @Argument(0) @Nullable HttpResponse response) {
    Exchange exchange = response == null ? null : Exchange.of(handler);
    if (exchange != null && response != null) {
      exchange.received(response);
    }
  }
}
