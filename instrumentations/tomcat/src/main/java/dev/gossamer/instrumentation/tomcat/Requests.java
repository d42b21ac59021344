package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

/** The spans of requests, kept on the request objects, which Tomcat uses again and again. */
final class Requests {
  private static final HttpServerTracing<Request, Response> TRACING =
      new HttpServerTracing<>("tomcat", new TomcatAdapter());

  private static final ObjectState<Request, HttpServerSpan> SPANS = new ObjectState<>();

  /** Where a coyote request has its catalina request: CoyoteAdapter.ADAPTER_NOTES. */
  private static final int CATALINA_REQUEST = 1;

  private Requests() {}

  /** Null when the request's span is current already. */
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
    TRACING.respond(span, request.getResponse(), TomcatAdapter.HEADERS);
    return span.makeCurrent();
  }

  /** Null when there is nothing to be made current. */
  static @Nullable Scope resumed(org.apache.coyote.Request request) {
    Object catalina = request.getNote(CATALINA_REQUEST);
    HttpServerSpan span = catalina instanceof Request ? SPANS.get((Request) catalina) : null;
    return span == null ? null : span.makeCurrent();
  }

  /** What a valve throws, Tomcat answers for after the request is finished. */
  static void failed(Throwable thrown) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && !span.isEnded()) {
      span.failed(thrown);
    }
  }

  static void finished(Request request) {
    HttpServerSpan span = SPANS.take(request);
    if (span == null) {
      return;
    }
    Response response = request.getResponse();
    Throwable thrown = response.isError() ? TomcatAdapter.thrown(request) : null;
    Throwable broken = response.getCoyoteResponse().getErrorException();
    if (thrown instanceof ClientAbortException
        || broken instanceof IOException && broken != thrown) {
      if (thrown != null) {
        span.failed(thrown);
      }
      TRACING.disconnected(span, request, response);
      return;
    }
    int status = response.getStatus();
    if (status >= 400 && status < 500) {
      // The caller's fault: the request could not be read, or the application has a page for it.
      thrown = null;
    }
    TRACING.end(span, request, response, thrown);
  }

  /** Records what Tomcat answered, or refused, before the engine; to be called for any request. */
  static void refused(Request request) {
    if (SPANS.get(request) != null || request.getMethod() == null) {
      return;
    }
    Response response = request.getResponse();
    int status = response.getStatus();
    // Without an application or an error it was Tomcat's own talk, such as OPTIONS *; and 500 is
    // what a request ends with that came further and has its span.
    if (status == 500 || status < 400 && request.getContext() == null) {
      return;
    }
    HttpServerSpan span = TRACING.start(request);
    if (span != null) {
      TRACING.end(span, request, response, null);
    }
  }
}
