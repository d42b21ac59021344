package dev.gossamer.api.messaging;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The span of one message on its way to the broker. Thread-safe; ends once. */
public final class SendSpan {
  private static final AtomicIntegerFieldUpdater<SendSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(SendSpan.class, "ended");

  private final Span span;
  private final Context parent;
  private final boolean injects;

  /** When the sending began, by {@link System#nanoTime}. */
  final long startNanos = System.nanoTime();

  /** What its metrics have in common with the span; null when nothing reads metrics. */
  final @Nullable Attributes measured;

  @SuppressWarnings("UnusedVariable") // by its updater
  private volatile int ended;

  SendSpan(Span span, Context parent, boolean injects, @Nullable Attributes measured) {
    this.span = span;
    this.parent = parent;
    this.injects = injects;
    this.measured = measured;
  }

  /** The context of the sender: where its callbacks belong. */
  public Context parent() {
    return parent;
  }

  /** Whether the message is to carry this span's context: its maker gave it none. */
  public boolean injects() {
    return injects;
  }

  Span span() {
    return span;
  }

  boolean markEnded() {
    return ENDED.compareAndSet(this, 0, 1);
  }
}
