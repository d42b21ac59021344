package dev.gossamer.instrumentation.helidon;

import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One request in the hands of its thread. */
final class Handling {
  private static final HttpServerTracing<RoutingRequest, RoutingResponse> TRACING =
      new HttpServerTracing<>("helidon", new HelidonAdapter());

  /** Deeper than any real chain of causes. */
  private static final int DEEPEST = 10;

  private final HttpServerSpan span;
  private final Scope scope;

  private Handling(HttpServerSpan span) {
    this.span = span;
    scope = span.makeCurrent();
  }

  static @Nullable Handling start(RoutingRequest request, RoutingResponse response) {
    HttpServerSpan span = TRACING.start(request);
    if (span == null) {
      return null;
    }
    TRACING.respond(span, response, HelidonAdapter.HEADERS);
    return new Handling(span);
  }

  static void failed(RoutingResponse response, @Nullable Throwable thrown) {
    HttpServerSpan span = HttpServerSpan.current();
    // Exceptions are also how handlers say 404.
    if (span != null && thrown != null && response.status().code() >= 500) {
      span.failed(thrown);
    }
  }

  void end(RoutingRequest request, RoutingResponse response, @Nullable Throwable thrown) {
    scope.close();
    if (isOfConnection(thrown)) {
      TRACING.disconnected(span, request, response);
    } else {
      // In the middle of an answer, Helidon closes the connection and names the reason as cause.
      Throwable cause = thrown == null ? null : thrown.getCause();
      TRACING.end(span, request, response, cause == null ? thrown : cause);
    }
  }

  private static boolean isOfConnection(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
