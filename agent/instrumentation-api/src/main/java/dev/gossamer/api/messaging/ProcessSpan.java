package dev.gossamer.api.messaging;

import dev.gossamer.api.Failures;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The span of one message while the application processes it, current on the thread that does. A
 * thread has at most one of each client: a new one ends the last, so that a loop which is left
 * early leaves nothing behind for longer than until the next poll. While it processes a message, a
 * thread may use another client, whose messages come on top.
 */
public final class ProcessSpan {
  /** More clients than anybody uses in one another: whatever is deeper was left early. */
  private static final int DEEPEST = 8;

  private static final AtomicIntegerFieldUpdater<ProcessSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(ProcessSpan.class, "ended");
  private static final ThreadLocal<@Nullable ProcessSpan> OPEN = new ThreadLocal<>();

  private final String instrumentation;
  private final Object owner;
  private final Span span;
  private final Scope scope;
  private final Context context;
  private final Thread thread;
  private final @Nullable MessagingMetrics metrics;
  private final @Nullable Attributes measured;
  private final long startNanos = System.nanoTime();
  private final @Nullable ProcessSpan below;
  private final int depth;

  @SuppressWarnings("UnusedVariable") // by its updater
  private volatile int ended;

  ProcessSpan(
      String instrumentation,
      Object owner,
      Span span,
      Context parent,
      @Nullable MessagingMetrics metrics,
      @Nullable Attributes measured) {
    this.instrumentation = instrumentation;
    this.owner = owner;
    this.span = span;
    this.metrics = metrics;
    this.measured = measured;
    thread = Thread.currentThread();
    below = OPEN.get();
    depth = below == null ? 1 : below.depth + 1;
    context = parent.with(span);
    scope = context.makeCurrent();
    OPEN.set(this);
  }

  /**
   * Ends what this thread has been processing of a client, if anything. Never throws.
   *
   * @param owner as given to {@link MessagingTracing#process}; compared by identity
   */
  public static void endOpen(Object owner) {
    ProcessSpan top = OPEN.get();
    if (top == null) {
      return;
    }
    ProcessSpan lowest = top;
    for (ProcessSpan open = top; open != null; open = open.below) {
      if (open.owner == owner) {
        endDownTo(open, top);
        return;
      }
      lowest = open;
    }
    if (top.depth == DEEPEST) {
      endDownTo(lowest, top);
    }
  }

  /**
   * Ends this span, if it has not ended; on the thread that processed, or another. Never throws.
   */
  public void end() {
    if (Thread.currentThread() == thread) {
      ProcessSpan top = OPEN.get();
      for (ProcessSpan open = top; open != null; open = open.below) {
        if (open == this) {
          endDownTo(this, top);
          return;
        }
      }
    } else {
      endSpan();
    }
  }

  private static void endDownTo(ProcessSpan last, @Nullable ProcessSpan top) {
    // Not removed: the next record would have to make a new entry.
    OPEN.set(last.below);
    for (ProcessSpan open = top; open != null; open = open.below) {
      open.leave();
      if (open == last) {
        return;
      }
    }
  }

  private void leave() {
    try {
      scope.close();
    } catch (Throwable ours) {
      Failures.note(instrumentation, ours);
    }
    endSpan();
  }

  private void endSpan() {
    try {
      if (ENDED.compareAndSet(this, 0, 1)) {
        if (metrics != null && measured != null) {
          metrics.processed(startNanos, measured, context);
        }
        span.end();
      }
    } catch (Throwable ours) {
      Failures.note(instrumentation, ours);
    }
  }
}
