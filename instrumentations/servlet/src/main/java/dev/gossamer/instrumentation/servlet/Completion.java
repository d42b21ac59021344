package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.Failures;
import dev.gossamer.api.http.HttpServerSpan;
import java.io.IOException;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Ends the span of an asynchronous request when the container says that it is complete. The
 * container calls it, so nothing may leave it.
 */
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
      Handling.Own.TRACING.end(span, request, response, null);
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    try {
      Handling.Own.TRACING.end(span, request, response, null);
    } catch (Throwable failure) {
      Failures.note("servlet", failure);
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    try {
      Throwable thrown = event.getThrowable();
      if (thrown instanceof IOException && response.isCommitted()) {
        // Now: a container may drop the request when a framework reacts to this by a dispatch.
        writingFailed(thrown);
      } else if (thrown != null) {
        span.failed(thrown);
      }
    } catch (Throwable failure) {
      Failures.note("servlet", failure);
    }
  }

  private void writingFailed(Throwable thrown) {
    if (response.getStatus() >= 500) {
      // It is the application's own, for which the container has answered.
      Handling.Own.TRACING.end(span, request, response, thrown);
    } else {
      Handling.Own.TRACING.disconnected(span, request, response);
    }
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    try {
      // A new cycle drops the listeners of the last one.
      event.getAsyncContext().addListener(this);
    } catch (Throwable failure) {
      Failures.note("servlet", failure);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // The container answers, then completes.
  }
}
