package dev.gossamer.api.method;

import dev.gossamer.api.Failures;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The span of one call. Current on the calling thread until the method returns; ends then, or when
 * its result is done. {@link #finish} may be called by any thread, more than once.
 */
public final class MethodSpan {
  private static final AtomicIntegerFieldUpdater<MethodSpan> FINISHED =
      AtomicIntegerFieldUpdater.newUpdater(MethodSpan.class, "finished");

  private final TracedMethod method;
  private final Span span;
  private final Context context;

  /** Where it was started. */
  final Scope scope;

  @SuppressWarnings("UnusedVariable") // by its updater
  private volatile int finished;

  private MethodSpan(TracedMethod method, Span span, Context context) {
    this.method = method;
    this.span = span;
    this.context = context;
    scope = context.makeCurrent();
  }

  static MethodSpan running(TracedMethod method, Span span, Context parent) {
    return new MethodSpan(method, span, parent.with(span));
  }

  /** The context with this span. */
  public Context context() {
    return context;
  }

  /** The method is over, and all of its work. */
  public void end(@Nullable Throwable thrown) {
    leave(scope);
    finish(thrown);
  }

  /**
   * The method is over; its span ends now if it threw or returned nothing, else when the result is
   * done.
   *
   * @return what the caller gets
   */
  public @Nullable Object endWith(@Nullable Object result, @Nullable Throwable thrown) {
    leave(scope);
    AsyncResult async = method.asyncResult;
    if (async == null || result == null || thrown != null) {
      finish(thrown);
      return result;
    }
    try {
      return async.watch(result, this);
    } catch (Throwable failed) {
      Failures.note(method.instrumentation, failed);
      finish(null);
      return result;
    }
  }

  /** Its work is over; the first call counts. Never throws. */
  public void finish(@Nullable Throwable thrown) {
    if (!FINISHED.compareAndSet(this, 0, 1)) {
      return;
    }
    try {
      if (thrown != null && span.isRecording()) {
        Throwable cause = cause(thrown);
        span.recordException(cause);
        String message = cause.getMessage();
        span.setStatus(StatusCode.ERROR, message == null ? "" : message);
      }
    } catch (Throwable unprintable) {
      // The exception's own text failed; the span is of a failure all the same.
      span.setStatus(StatusCode.ERROR);
      Failures.note(method.instrumentation, unprintable);
    }
    try {
      span.end();
    } catch (Throwable ours) {
      Failures.note(method.instrumentation, ours);
    }
  }

  /** It is no longer current on this thread. Never throws. */
  void leave(Scope left) {
    try {
      left.close();
    } catch (Throwable ours) {
      Failures.note(method.instrumentation, ours);
    }
  }

  /** What went wrong, rather than that it did on another thread. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause != null
            && (thrown instanceof CompletionException || thrown instanceof ExecutionException)
        ? cause
        : thrown;
  }
}
