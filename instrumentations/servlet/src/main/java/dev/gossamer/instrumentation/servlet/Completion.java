package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.http.HttpServerSpan;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Ends the span of an asynchronous request when the container says that it is complete. */
final class Completion implements AsyncListener {
  private final HttpServerSpan span;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  private Completion(
      HttpServerSpan span, HttpServletRequest request, HttpServletResponse response) {
    this.span = span;
    this.request = request;
    this.response = response;
  }

  static void await(HttpServerSpan span, HttpServletRequest request, HttpServletResponse response) {
    try {
      request.getAsyncContext().addListener(new Completion(span, request, response));
    } catch (IllegalStateException tooLate) {
      // Completed by another thread meanwhile.
      Handling.end(span, request, response);
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    Handling.end(span, request, response);
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable thrown = event.getThrowable();
    if (thrown != null) {
      span.failed(thrown);
    }
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // A new cycle drops the listeners of the last one.
    event.getAsyncContext().addListener(this);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // The container answers, then completes.
  }
}
