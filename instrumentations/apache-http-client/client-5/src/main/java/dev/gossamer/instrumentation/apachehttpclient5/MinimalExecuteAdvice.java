package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.http.HttpClientSpan;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Around a call of the client that has no chain: it sends once, the application's own request. */
final class MinimalExecuteAdvice {
  private MinimalExecuteAdvice() {}

  @Enter
  static @Nullable Send enter(
      @Argument(0) @Nullable HttpHost target, @Argument(1) @Nullable ClassicHttpRequest request) {
    if (request == null) {
      return null;
    }
    AddressedRequest addressed = new AddressedRequest(request, target);
    HttpClientSpan span = Sends.TRACING.start(addressed);
    if (span == null) {
      return null;
    }
    Sends.TRACING.inject(span, request, RequestAdapter.SETTER);
    return new Send(addressed, span);
  }

  @Exit
  static void exit(
      @Argument(1) Object request,
      @State @Nullable Send send,
      @Returned @Nullable ClassicHttpResponse response,
      @Thrown @Nullable Throwable thrown) {
    if (send != null) {
      send.end(response, thrown, isCancelled(request));
    }
  }

  private static boolean isCancelled(Object request) {
    return request instanceof CancellableDependency
        && ((CancellableDependency) request).isCancelled();
  }
}
