package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.http.HttpClientSpan;
import io.opentelemetry.context.Scope;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** One blocking send on its thread. */
final class Send {
  private final AddressedRequest request;
  private final HttpClientSpan span;
  private final Scope scope;

  Send(AddressedRequest request, HttpClientSpan span) {
    this.request = request;
    this.span = span;
    scope = span.makeCurrent();
  }

  void end(@Nullable HttpResponse response, @Nullable Throwable thrown, boolean aborted) {
    scope.close();
    if (thrown != null && aborted) {
      Sends.TRACING.cancelled(span);
    } else {
      Sends.TRACING.end(span, request, response, thrown);
    }
  }
}
