package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/** A request is asked for by its options. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Enter
  static @Nullable Connecting enter(@Argument(0) @Nullable RequestOptions options) {
    return options == null ? null : Connecting.with(options);
  }

  @Exit
  static void exit(
      @State @Nullable Connecting connecting,
      @Returned @Nullable Future<HttpClientRequest> future) {
    if (connecting != null && future != null) {
      connecting.watch(future);
    }
  }
}
