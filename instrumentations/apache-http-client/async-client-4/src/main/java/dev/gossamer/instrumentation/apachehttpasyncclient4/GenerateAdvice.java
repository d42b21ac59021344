package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.This;
import org.apache.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** After the request to be written was made ready. */
final class GenerateAdvice {
  private GenerateAdvice() {}

  @Exit
  static void exit(@This Object handler, @Returned @Nullable HttpRequest request) {
    Exchange exchange = request == null ? null : Exchange.of(handler);
    if (exchange != null && request != null) {
      exchange.sending(request);
    }
  }
}
