package dev.gossamer.api.database;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The span of one query, current on the thread that runs it, so that whatever the driver or a
 * wrapper calls below makes no second one. Not thread-safe: begun and ended by the same call.
 */
public final class DatabaseSpan {
  private static final ContextKey<DatabaseSpan> KEY = ContextKey.named("gossamer-database");

  private final Span span;
  private final DatabaseSystem system;
  private final Scope scope;

  DatabaseSpan(Span span, DatabaseSystem system, Context parent) {
    this.span = span;
    this.system = system;
    scope = parent.with(span).with(KEY, this).makeCurrent();
  }

  /** The query that this thread is running, or null. */
  static @Nullable DatabaseSpan in(Context context) {
    return context.get(KEY);
  }

  void leave() {
    scope.close();
  }

  Span span() {
    return span;
  }

  DatabaseSystem system() {
    return system;
  }
}
