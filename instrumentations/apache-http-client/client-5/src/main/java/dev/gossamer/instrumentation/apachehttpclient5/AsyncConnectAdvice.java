package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.http.HttpClientSpan;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Around the start of an asynchronous send; what its callback hears ends the span. */
final class AsyncConnectAdvice {
  private AsyncConnectAdvice() {}

  @Enter
  static @Nullable AsyncSend enter(
      @Argument(0) @Nullable HttpRequest request,
      @Argument(2) AsyncExecChain.@Nullable Scope scope,
      @Argument(4) @Nullable AsyncExecCallback callback) {
    if (request == null || scope == null || callback == null) {
      return null;
    }
    AddressedRequest addressed = new AddressedRequest(request, scope.route.getTargetHost());
    HttpClientSpan span = Sends.next(scope.execRuntime, addressed);
    return span == null
        ? null
        : new AsyncSend(addressed, span, scope.cancellableDependency, callback);
  }

  @ReplaceArgument(4)
  static @Nullable AsyncExecCallback callback(
      @Argument(4) @Nullable AsyncExecCallback callback, @State @Nullable AsyncSend send) {
    return send == null ? callback : send;
  }

  @Exit
  static void exit(@State @Nullable AsyncSend send, @Thrown @Nullable Throwable thrown) {
    if (send != null && thrown != null) {
      send.end(null, thrown);
    }
  }
}
