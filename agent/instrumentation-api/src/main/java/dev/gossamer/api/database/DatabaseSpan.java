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
  private volatile boolean over;

  private DatabaseSpan(Span span, DatabaseSystem system, Context context) {
    this.span = span;
    this.system = system;
    scope = context.with(KEY, this).makeCurrent();
  }

  static DatabaseSpan running(Span span, DatabaseSystem system, Context parent) {
    return new DatabaseSpan(span, system, parent.with(span));
  }

  /** No span, and none for what is called meanwhile. */
  static DatabaseSpan silent(Context parent) {
    return new DatabaseSpan(Span.getInvalid(), DatabaseSystem.OTHER_SQL, parent);
  }

  /**
   * Whether it belongs to a query that is running. What outlives the query with its context, such
   * as a thread of the driver, is free again afterwards.
   */
  static boolean isRunningIn(Context context) {
    @Nullable DatabaseSpan query = context.get(KEY);
    return query != null && !query.over;
  }

  void leave() {
    over = true;
    scope.close();
  }

  Span span() {
    return span;
  }

  DatabaseSystem system() {
    return system;
  }
}
