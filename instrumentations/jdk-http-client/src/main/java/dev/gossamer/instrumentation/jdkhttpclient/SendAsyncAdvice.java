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
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Around the start of an asynchronous send; its future ends the span. */
final class SendAsyncAdvice {
  private SendAsyncAdvice() {}

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
  static <T> @Nullable CompletableFuture<HttpResponse<T>> exit(
      @Returned @Nullable CompletableFuture<HttpResponse<T>> future,
      @State @Nullable Exchange exchange,
      @Thrown @Nullable Throwable thrown) {
    if (exchange == null) {
      return future;
    }
    exchange.leave();
    if (future == null) {
      exchange.end(null, thrown);
      return null;
    }
    return TracedFuture.of(future, exchange);
  }
}
