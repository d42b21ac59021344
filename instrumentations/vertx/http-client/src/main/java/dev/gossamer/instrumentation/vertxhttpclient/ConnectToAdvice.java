package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** A request is asked for by host and port. */
final class ConnectToAdvice {
  private ConnectToAdvice() {}

  @Enter
  static @Nullable Connecting enter(
      @Argument(0) @Nullable HttpMethod method,
      @Argument(1) int port,
      @Argument(2) @Nullable String host,
      @Argument(3) @Nullable String uri) {
    return method == null || host == null || uri == null
        ? null
        : Connecting.to(method, port, host, uri);
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
