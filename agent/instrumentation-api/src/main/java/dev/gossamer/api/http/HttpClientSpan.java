package dev.gossamer.api.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The span of one request that the application sends. Thread-safe; ends once. */
public final class HttpClientSpan {
  private static final ContextKey<HttpClientSpan> KEY = ContextKey.named("gossamer-http-client");
  private static final AtomicIntegerFieldUpdater<HttpClientSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(HttpClientSpan.class, "ended");

  private final Span span;
  private final Context parent;
  private final Context context;
  private volatile int ended;

  /** When the request began, by {@link System#nanoTime}; only kept where durations are. */
  final long startNanos;

  HttpClientSpan(Span span, Context parent, long startNanos) {
    this.span = span;
    this.startNanos = startNanos;
    this.parent = parent;
    this.context = parent.with(span).with(KEY, this);
  }

  /** The client span under which a request in this context is sent, or null: clients stack. */
  public static @Nullable HttpClientSpan in(Context context) {
    return context.get(KEY);
  }

  /** The context in which the request is sent: what is injected into it. */
  public Context context() {
    return context;
  }

  /** The context of the caller: where its callbacks belong. */
  public Context parent() {
    return parent;
  }

  /** Makes the span current on this thread until the scope is closed. */
  public Scope makeCurrent() {
    return context.makeCurrent();
  }

  /** Whether the span was ended. */
  public boolean isEnded() {
    return ended != 0;
  }

  boolean markEnded() {
    return ENDED.compareAndSet(this, 0, 1);
  }

  Span span() {
    return span;
  }
}
