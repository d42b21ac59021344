package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** One thread's work on a request: the first, or a later one to which it was dispatched. */
final class Handling {
  static final HttpServerTracing<HttpServletRequest, HttpServletResponse> TRACING =
      new HttpServerTracing<>("servlet", new ServletAdapter());

  /** Where a request carries its span from dispatch to dispatch. */
  private static final String SPAN = "dev.gossamer.server-span";

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
    HttpServerSpan span = TRACING.start(request);
    if (span == null) {
      return null;
    }
    request.setAttribute(SPAN, span);
    TRACING.respond(span, response, ResponseHeaders.INSTANCE);
    return new Handling(span, request, response, true);
  }

  void exit(@Nullable Throwable thrown) {
    scope.close();
    if (thrown != null) {
      span.failed(thrown);
    }
    if (!span.isEnded()) {
      Routes.frameworkMatched(span, request);
    }
    if (thrown == null && request.isAsyncStarted()) {
      if (first) {
        Completion.await(span, request, response);
      }
      return;
    }
    if (first || thrown != null) {
      TRACING.end(span, request, response, null);
    }
    // A later dispatch ends with the asynchronous cycle that it belongs to.
  }
}
