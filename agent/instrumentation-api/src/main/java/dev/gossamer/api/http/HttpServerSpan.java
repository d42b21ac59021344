package dev.gossamer.api.http;

import dev.gossamer.api.TracedContext;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A server span from the first byte of a request to the end of its answer, whichever threads that
 * crosses, and the context in which the request is handled; found again through that. Thread-safe;
 * ends once.
 */
public final class HttpServerSpan extends TracedContext {
  private static final ContextKey<HttpServerSpan> KEY = ContextKey.named("gossamer-http-server");
  private static final AtomicIntegerFieldUpdater<HttpServerSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(HttpServerSpan.class, "ended");

  private final String method;
  private volatile @Nullable String route;
  private volatile @Nullable Throwable error;
  private volatile int ended;

  /** When the request began, by {@link System#nanoTime}; only kept where durations are. */
  final long startNanos;

  /** {@code url.scheme}, which a proxy may have said; only kept where durations are. */
  final @Nullable String scheme;

  /** What the metric of the old names says of it; null where there is none. */
  final @Nullable Attributes legacy;

  HttpServerSpan(
      Span span,
      Context parent,
      String method,
      long startNanos,
      @Nullable String scheme,
      @Nullable Attributes legacy) {
    super(parent, span, KEY);
    this.method = method;
    this.startNanos = startNanos;
    this.scheme = scheme;
    this.legacy = legacy;
  }

  /** The server span that the current thread works for, or null. */
  public static @Nullable HttpServerSpan current() {
    return Context.current().get(KEY);
  }

  /** The server span that a context works for, or null. */
  public static @Nullable HttpServerSpan in(Context context) {
    return context.get(KEY);
  }

  @Override
  protected ContextKey<?> key() {
    return KEY;
  }

  /** The context in which the request is handled. */
  public Context context() {
    return this;
  }

  /** The template that matched, once a framework knows it; the last one said counts. */
  public void route(String template) {
    route = template;
  }

  /** Takes back what {@link #route} said: it only led to a framework that has routes of its own. */
  public void noRoute() {
    route = null;
  }

  /** Whether {@link #route} was said. */
  public boolean hasRoute() {
    return route != null;
  }

  /** What the application threw while it handled the request; may be wrapped. */
  public void failed(Throwable thrown) {
    error = thrown;
  }

  /** Whether the span was ended; a request must not be handled under it any more. */
  public boolean isEnded() {
    return ended != 0;
  }

  boolean markEnded() {
    return ENDED.compareAndSet(this, 0, 1);
  }

  String method() {
    return method;
  }

  @Nullable String route() {
    return route;
  }

  /** What {@link #failed} was told last, or null. */
  public @Nullable Throwable error() {
    return error;
  }
}
