package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * One thread's work on a request: the first, or a later one to which it was dispatched. Only where
 * the container's own instrumentation has no span for the request already.
 */
final class Handling {
  /** Where a request carries its span from dispatch to dispatch. */
  private static final String SPAN = "dev.gossamer.server-span";

  /**
   * Where a request whose servlet failed in the middle of the answer carries the status that went
   * out: Tomcat forgets it.
   */
  private static final String SENT_STATUS = "dev.gossamer.sent-status";

  private final HttpServerSpan span;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final boolean first;
  private final Scope scope;

  private Handling(
      HttpServerSpan span,
      HttpServletRequest request,
      HttpServletResponse response,
      boolean first) {
    this.span = span;
    this.request = request;
    this.response = response;
    this.first = first;
    scope = span.makeCurrent();
  }

  /** Null when this thread works on the request already. */
  static @Nullable Handling enter(
      @Nullable ServletRequest given, @Nullable ServletResponse answer) {
    if (!(given instanceof HttpServletRequest) || !(answer instanceof HttpServletResponse)) {
      return null;
    }
    HttpServerSpan current = HttpServerSpan.current();
    if (current != null && !current.isEnded()) {
      return null;
    }
    HttpServletRequest request = (HttpServletRequest) given;
    HttpServletResponse response = (HttpServletResponse) answer;
    Object earlier = request.getAttribute(SPAN);
    if (earlier instanceof HttpServerSpan) {
      // May have ended: then this is the page for an error, and what it calls still belongs to it.
      return earlier == current
          ? null
          : new Handling((HttpServerSpan) earlier, request, response, false);
    }
    HttpServerSpan span = Own.TRACING.start(request);
    if (span == null) {
      return null;
    }
    request.setAttribute(SPAN, span);
    Own.TRACING.respond(span, response, ResponseHeaders.INSTANCE);
    return new Handling(span, request, response, true);
  }

  /** A servlet is done, in whatever way. */
  static void servletLeft(
      @Nullable ServletRequest request,
      @Nullable ServletResponse response,
      @Nullable Throwable thrown) {
    if (!(request instanceof HttpServletRequest)) {
      return;
    }
    HttpServletRequest handled = (HttpServletRequest) request;
    if (thrown != null && response instanceof HttpServletResponse && response.isCommitted()) {
      request.setAttribute(SENT_STATUS, ((HttpServletResponse) response).getStatus());
    }
    HttpServerSpan span = HttpServerSpan.current();
    if (span == null || span.isEnded()) {
      return;
    }
    Routes.frameworkMatched(span, handled);
    if (thrown != null && handled.isAsyncStarted()) {
      // Containers hold the answer back until the timeout, and forget why.
      span.failed(thrown);
    }
  }

  void exit(@Nullable Throwable thrown) {
    scope.close();
    if (thrown != null) {
      if (Disconnects.caused(thrown)) {
        Own.TRACING.disconnected(span, request, response);
        return;
      }
      span.failed(thrown);
    }
    if (thrown == null && request.isAsyncStarted()) {
      if (first) {
        Completion.await(span, request, response);
      }
      return;
    }
    if (first || thrown != null) {
      Own.TRACING.end(span, request, response, null);
    }
    // A later dispatch ends with the asynchronous cycle that it belongs to.
  }

  /** Not loaded where containers make the spans. */
  static final class Own {
    static final HttpServerTracing<HttpServletRequest, HttpServletResponse> TRACING =
        new HttpServerTracing<>("servlet", new ServletAdapter());

    private Own() {}
  }
}
