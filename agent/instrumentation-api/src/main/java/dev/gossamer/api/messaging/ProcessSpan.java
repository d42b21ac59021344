package dev.gossamer.api.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * The span of one message while the application processes it, current on the thread that does. At
 * most one a thread: a new one ends the last, so that a loop which is left early leaves nothing
 * behind for longer than until the next poll.
 */
public final class ProcessSpan {
  private static final ThreadLocal<ProcessSpan> OPEN = new ThreadLocal<>();

  private final Span span;
  private final Scope scope;

  ProcessSpan(Span span, Context parent) {
    this.span = span;
    scope = parent.with(span).makeCurrent();
    OPEN.set(this);
  }

  /** Ends what this thread has been processing, if anything. */
  public static void endOpen() {
    ProcessSpan open = OPEN.get();
    if (open != null) {
      OPEN.remove();
      open.scope.close();
      open.span.end();
    }
  }
}
