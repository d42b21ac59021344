package dev.gossamer.api.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/** The span of one message on its way to the broker. Thread-safe; ends once. */
public final class SendSpan {
  private final Span span;
  private final Context parent;
  private final Context context;
  private final AtomicBoolean ended = new AtomicBoolean();

  SendSpan(Span span, Context parent) {
    this.span = span;
    this.parent = parent;
    this.context = parent.with(span);
  }

  /** The context of the sender: where its callbacks belong. */
  public Context parent() {
    return parent;
  }

  Context context() {
    return context;
  }

  Span span() {
    return span;
  }

  boolean markEnded() {
    return ended.compareAndSet(false, true);
  }
}
