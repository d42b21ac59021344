package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.database.AnalyzedQuery;
import dev.gossamer.api.database.BatchQuery;
import dev.gossamer.api.database.ConnectionTarget;
import dev.gossamer.api.database.DatabaseSpan;
import dev.gossamer.api.database.DatabaseTracing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What is known of a statement. As little thread-safe as statements are. */
final class Query {
  private static final DatabaseTracing TRACING = new DatabaseTracing("jdbc");
  private static final ObjectState<Statement, Query> QUERIES = new ObjectState<>();

  private final ConnectionTarget target;
  private final @Nullable AnalyzedQuery prepared;
  private @Nullable BatchQuery batch;

  private Query(ConnectionTarget target, @Nullable AnalyzedQuery prepared) {
    this.target = target;
    this.prepared = prepared;
  }

  static void created(Statement statement, Connection connection) {
    QUERIES.set(statement, new Query(Targets.of(connection), null));
  }

  static void prepared(Statement statement, Connection connection, @Nullable String text) {
    ConnectionTarget target = Targets.of(connection);
    QUERIES.set(statement, new Query(target, TRACING.prepared(target.system(), text)));
  }

  static @Nullable DatabaseSpan start(Statement statement, @Nullable String text) {
    if (DatabaseTracing.isRunning() || Targets.isAsking()) {
      return null;
    }
    ConnectionTarget target = of(statement).target;
    return TRACING.start(target, TRACING.plain(target.system(), text), DatabaseTracing.NO_BATCH);
  }

  static @Nullable DatabaseSpan startPrepared(Statement statement) {
    if (DatabaseTracing.isRunning() || Targets.isAsking()) {
      return null;
    }
    Query query = of(statement);
    return TRACING.start(query.target, query.prepared, DatabaseTracing.NO_BATCH);
  }

  static @Nullable DatabaseSpan startBatch(Statement statement) {
    if (DatabaseTracing.isRunning() || Targets.isAsking()) {
      return null;
    }
    Query query = of(statement);
    BatchQuery added = query.batch;
    if (added == null) {
      added = new BatchQuery();
    }
    return TRACING.start(query.target, added.query(), added.size());
  }

  static void end(@Nullable DatabaseSpan span, @Nullable Throwable thrown) {
    if (span != null) {
      TRACING.end(span, thrown);
    }
  }

  static void addToBatch(Statement statement, @Nullable String text) {
    Query query = of(statement);
    query.batch().add(TRACING.plain(query.target.system(), text));
  }

  static void addPreparedToBatch(Statement statement) {
    Query query = of(statement);
    AnalyzedQuery text = query.prepared;
    query.batch().add(text == null ? TRACING.prepared(query.target.system(), null) : text);
  }

  static void clearBatch(Statement statement) {
    Query query = QUERIES.get(statement);
    if (query != null && query.batch != null) {
      query.batch.clear();
    }
  }

  private BatchQuery batch() {
    BatchQuery current = batch;
    if (current == null) {
      current = new BatchQuery();
      batch = current;
    }
    return current;
  }

  /** A statement that no woven connection made still knows its connection. */
  private static Query of(Statement statement) {
    Query known = QUERIES.get(statement);
    return known == null
        ? QUERIES.setIfAbsent(statement, new Query(target(statement), null))
        : known;
  }

  private static ConnectionTarget target(Statement statement) {
    try {
      Connection connection = statement.getConnection();
      return connection == null ? ConnectionTarget.UNKNOWN : Targets.of(connection);
    } catch (SQLException closed) {
      return ConnectionTarget.UNKNOWN;
    }
  }
}
