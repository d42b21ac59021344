package dev.gossamer.api.database;

import dev.gossamer.api.TracedContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The span of one query, current on the thread that runs it, so that whatever the driver or a
 * wrapper calls below makes no second one. Not thread-safe: begun and ended by the same call.
 */
public final class DatabaseSpan extends TracedContext {
  private static final ContextKey<DatabaseSpan> KEY = ContextKey.named("gossamer-database");

  private final @Nullable ConnectionTarget target;
  private final @Nullable AnalyzedQuery query;
  private final Scope scope;
  private volatile boolean over;

  /** When the query began, by {@link System#nanoTime}; only kept where durations are. */
  final long startNanos;

  private DatabaseSpan(
      Span span,
      @Nullable ConnectionTarget target,
      @Nullable AnalyzedQuery query,
      long startNanos,
      Context parent) {
    super(parent, span, KEY);
    this.target = target;
    this.query = query;
    this.startNanos = startNanos;
    scope = makeCurrent();
  }

  static DatabaseSpan running(
      Span span,
      ConnectionTarget target,
      @Nullable AnalyzedQuery query,
      long startNanos,
      Context parent) {
    return new DatabaseSpan(span, target, query, startNanos, parent);
  }

  /** No span but the parent's, and none for what is called meanwhile. */
  static DatabaseSpan silent(Context parent) {
    return new DatabaseSpan(Span.fromContext(parent), null, null, 0, parent);
  }

  /**
   * Whether it belongs to a query that is running. What outlives the query with its context, such
   * as a thread of the driver, is free again afterwards.
   */
  static boolean isRunningIn(Context context) {
    @Nullable DatabaseSpan query = context.get(KEY);
    return query != null && !query.over;
  }

  @Override
  protected ContextKey<?> key() {
    return KEY;
  }

  void leave() {
    over = true;
    scope.close();
  }

  DatabaseSystem system() {
    return target == null ? DatabaseSystem.OTHER_SQL : target.system();
  }

  /** Null for a silent one. */
  @Nullable ConnectionTarget target() {
    return target;
  }

  /** Null when its text is not known. */
  @Nullable AnalyzedQuery query() {
    return query;
  }

  /** In which it runs: by it an exemplar finds the trace. */
  Context context() {
    return this;
  }
}
