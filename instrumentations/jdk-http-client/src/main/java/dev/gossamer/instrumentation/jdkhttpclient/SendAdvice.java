package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Around the blocking send. */
final class SendAdvice {
  private SendAdvice() {}

  @Enter
  static @Nullable Exchange enter(@Argument(0) @Nullable HttpRequest request) {
    return request == null ? null : Exchange.start(request);
  }

  @ReplaceArgument(0)
  static @Nullable HttpRequest request(
      @Argument(0) @Nullable HttpRequest request, @State @Nullable Exchange exchange) {
    return exchange == null || request == null ? request : exchange.inject(request);
  }

  @Exit
  static void exit(
      @State @Nullable Exchange exchange,
      @Returned @Nullable HttpResponse<?> response,
      @Thrown @Nullable Throwable thrown) {
    if (exchange != null) {
      exchange.leave();
      exchange.end(response, thrown);
    }
  }
}
