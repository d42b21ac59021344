package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The spans of requests that came as streams of HTTP/2. */
final class Streams {
  private static final HttpServerTracing<HttpServerRequest, HttpServerResponse> TRACING =
      new HttpServerTracing<>("vertx", new RequestAdapter());

  private static final ObjectState<HttpServerRequest, HttpServerSpan> SPANS = new ObjectState<>();

  private static final TextMapSetter<HttpServerResponse> SETTER =
      new TextMapSetter<HttpServerResponse>() {
        @Override
        public void set(@Nullable HttpServerResponse response, String key, String value) {
          if (response != null) {
            response.headers().add(key, value);
          }
        }
      };

  private Streams() {}

  static @Nullable HttpServerSpan start(HttpServerRequest request) {
    HttpServerSpan span = TRACING.start(request);
    if (span != null) {
      Context vertxContext = Vertx.currentContext();
      if (vertxContext != null) {
        RequestContexts.bind(vertxContext, span.context());
      }
      SPANS.set(request, span);
      TRACING.respond(span, request.response(), SETTER);
    }
    return span;
  }

  /** Both sides are done with the stream, or it broke off. */
  static void closed(HttpServerRequest request) {
    HttpServerSpan span = SPANS.take(request);
    if (span == null) {
      return;
    }
    HttpServerResponse response = request.response();
    if (response.ended()) {
      TRACING.end(span, request, response, null);
    } else {
      TRACING.disconnected(span, request, response.headWritten() ? response : null);
    }
  }
}
