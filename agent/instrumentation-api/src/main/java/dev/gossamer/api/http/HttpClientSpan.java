package dev.gossamer.api.http;

import dev.gossamer.api.TracedContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The span of one request that the application sends, and the context in which it is sent.
 * Thread-safe; ends once.
 */
public final class HttpClientSpan extends TracedContext {
  private static final ContextKey<HttpClientSpan> KEY = ContextKey.named("gossamer-http-client");
  private static final AtomicIntegerFieldUpdater<HttpClientSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(HttpClientSpan.class, "ended");

  private volatile int ended;

  /** When the request began, by {@link System#nanoTime}; only kept where durations are. */
  final long startNanos;

  HttpClientSpan(Span span, Context parent, long startNanos) {
    super(parent, span, KEY);
    this.startNanos = startNanos;
  }

  /** The client span under which a request in this context is sent, or null: clients stack. */
  public static @Nullable HttpClientSpan in(Context context) {
    return context.get(KEY);
  }

  /** The context in which the request is sent: what is injected into it. */
  public Context context() {
    return this;
  }

  @Override
  protected ContextKey<?> key() {
    return KEY;
  }

  /** Whether the span was ended. */
  public boolean isEnded() {
    return ended != 0;
  }

  boolean markEnded() {
    return ENDED.compareAndSet(this, 0, 1);
  }
}
