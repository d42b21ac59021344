package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.http.HttpClientSpan;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** Around connecting, sending and reading the head of the answer. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Enter
  static @Nullable Send enter(
      @Argument(0) @Nullable ClassicHttpRequest request,
      @Argument(1) ExecChain.@Nullable Scope scope) {
    if (request == null || scope == null) {
      return null;
    }
    AddressedRequest addressed = new AddressedRequest(request, scope.route.getTargetHost());
    HttpClientSpan span = Sends.next(scope.execRuntime, addressed);
    return span == null ? null : new Send(addressed, span);
  }

  @Exit
  static void exit(
      @Argument(1) ExecChain.Scope scope,
      @State @Nullable Send send,
      @Returned @Nullable ClassicHttpResponse response,
      @Thrown @Nullable Throwable thrown) {
    if (send != null) {
      send.end(response, thrown, thrown != null && scope.execRuntime.isExecutionAborted());
    }
  }
}
