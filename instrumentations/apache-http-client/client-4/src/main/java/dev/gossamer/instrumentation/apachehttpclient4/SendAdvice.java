package dev.gossamer.instrumentation.apachehttpclient4;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/** Around connecting, sending and reading the head of the answer. */
final class SendAdvice {
  private SendAdvice() {}

  @Enter
  static @Nullable Send enter(
      @Argument(0) @Nullable HttpRoute route, @Argument(1) @Nullable HttpRequestWrapper request) {
    return route == null || request == null ? null : Send.begin(request, route.getTargetHost());
  }

  @Exit
  static void exit(
      @Argument(3) @Nullable HttpExecutionAware execution,
      @State @Nullable Send send,
      @Returned @Nullable HttpResponse response,
      @Thrown @Nullable Throwable thrown) {
    if (send != null) {
      send.end(response, thrown, execution != null && execution.isAborted());
    }
  }
}
