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

  /** Null when this thread works on the request already, or the request's span has ended. */
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
      HttpServerSpan span = (HttpServerSpan) earlier;
      // Ended: the container renders an error page for what was answered already.
      return span.isEnded() ? null : new Handling(span, request, response, false);
    }
    HttpServerSpan span = TRACING.start(request);
    if (span == null) {
      return null;
    }
    request.setAttribute(SPAN, span);
    return new Handling(span, request, response, true);
  }

  void exit(@Nullable Throwable thrown) {
    scope.close();
    if (thrown != null) {
      span.failed(thrown);
    }
    if (thrown == null && request.isAsyncStarted()) {
      if (first) {
        Completion.await(span, request, response);
      }
      return;
    }
    if (first || thrown != null) {
      end(span, request, response);
    }
    // A later dispatch ends with the asynchronous cycle that it belongs to.
  }

  static void end(HttpServerSpan span, HttpServletRequest request, HttpServletResponse response) {
    Routes.frameworkMatched(span, request);
    TRACING.end(span, request, response, null);
  }
}
