package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One request on its way. */
final class Exchange {
  private static final HttpClientTracing<HttpRequest, HttpResponse<?>> TRACING =
      new HttpClientTracing<>("java-http-client", new RequestAdapter());

  private final HttpRequest request;
  private final HttpClientSpan span;
  private final Scope scope;

  private Exchange(HttpRequest request, HttpClientSpan span) {
    this.request = request;
    this.span = span;
    scope = span.makeCurrent();
  }

  static @Nullable Exchange start(HttpRequest request) {
    HttpClientSpan span = TRACING.start(request);
    return span == null ? null : new Exchange(request, span);
  }

  HttpRequest inject(HttpRequest original) {
    if (isWebSocketHandshake(original)) {
      // The client keeps its upgrade headers where a request of ours has none.
      return original;
    }
    InjectedRequest injected = new InjectedRequest(original);
    TRACING.inject(span, injected, InjectedRequest.SETTER);
    return injected;
  }

  private static boolean isWebSocketHandshake(HttpRequest request) {
    // What the application builds is of another class, even with a header of this name.
    return request.getClass().getName().equals("jdk.internal.net.http.HttpRequestImpl")
        && request.headers().firstValue("Sec-WebSocket-Key").isPresent();
  }

  Context caller() {
    return span.parent();
  }

  void leave() {
    scope.close();
  }

  void end(@Nullable HttpResponse<?> response, @Nullable Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof CancellationException) {
      TRACING.cancelled(span);
    } else {
      TRACING.end(span, request, response, cause);
    }
  }
}
