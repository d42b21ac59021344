package dev.gossamer.instrumentation.httpurlconnection;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.MethodName;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** Around each call that may send the request or read its answer. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Enter
  static @Nullable Exchange enter(@This HttpURLConnection connection, @MethodName String method) {
    return Exchange.enter(connection, method);
  }

  @Exit
  static void exit(
      @This HttpURLConnection connection,
      @MethodName String method,
      @State @Nullable Exchange exchange,
      @Thrown @Nullable Throwable thrown) {
    if (exchange != null) {
      exchange.exit(connection, method, thrown);
    }
  }
}
