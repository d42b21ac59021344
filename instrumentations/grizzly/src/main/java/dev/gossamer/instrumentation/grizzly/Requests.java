package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** The spans of requests, kept on the request objects, which Grizzly uses again and again. */
final class Requests {
  private static final HttpServerTracing<Request, Response> TRACING =
      new HttpServerTracing<>("grizzly", new GrizzlyAdapter());

  private static final ObjectState<Request, HttpServerSpan> SPANS = new ObjectState<>();

  /** What handlers threw, the outermost last. */
  private static final ObjectState<Request, Throwable> FAILURES = new ObjectState<>();

  private Requests() {}

  /** Null when there is nothing to be made current. */
  static @Nullable Scope entered(Request request) {
    HttpServerSpan span = SPANS.get(request);
    if (span != null) {
      return span == HttpServerSpan.current() ? null : span.makeCurrent();
    }
    span = TRACING.start(request);
    if (span == null) {
      return null;
    }
    SPANS.set(request, span);
    TRACING.respond(span, request.getResponse(), GrizzlyAdapter.HEADERS);
    return span.makeCurrent();
  }

  /** Null when there is nothing to be made current. */
  static @Nullable Scope resumed(Request request) {
    HttpServerSpan span = SPANS.get(request);
    return span == null || span == HttpServerSpan.current() ? null : span.makeCurrent();
  }

  static void failed(Request request, Throwable thrown) {
    HttpServerSpan span = SPANS.get(request);
    if (span != null) {
      span.failed(thrown);
      FAILURES.set(request, thrown);
    }
  }

  static void complete(Response response) {
    Request request = response.getRequest();
    HttpServerSpan span = SPANS.take(request);
    if (span == null) {
      return;
    }
    Throwable thrown = FAILURES.get(request) == null ? null : FAILURES.take(request);
    // Closed it is after an answer that was to be the last, too.
    if (thrown instanceof IOException && !request.getContext().getConnection().isOpen()) {
      TRACING.disconnected(span, request, response);
    } else {
      TRACING.end(span, request, response, thrown);
    }
  }

  static void cancelled(Request request) {
    HttpServerSpan span = SPANS.take(request);
    if (span != null) {
      FAILURES.take(request);
      TRACING.disconnected(span, request, request.getResponse());
    }
  }
}
