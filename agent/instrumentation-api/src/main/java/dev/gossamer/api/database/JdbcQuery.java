package dev.gossamer.api.database;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a JDBC statement, and the spans of what it runs. Statements are hardly ever
 * shared by threads; where they are, counts of batches may be wrong and nothing else.
 *
 * <p>Here and not with the instrumentation for the same reason as {@link JdbcConnections}.
 */
public final class JdbcQuery {
  private static final DatabaseTracing TRACING = new DatabaseTracing("jdbc");
  private static final ObjectState<Statement, JdbcQuery> QUERIES = new ObjectState<>();

  private final ConnectionTarget target;
  private final @Nullable AnalyzedQuery prepared;

  /** Whether it may be known of several statements, and so cannot have a batch. */
  private final boolean shared;

  private @Nullable BatchQuery batch;
  private boolean adding;

  private JdbcQuery(ConnectionTarget target, @Nullable AnalyzedQuery prepared, boolean shared) {
    this.target = target;
    this.prepared = prepared;
    this.shared = shared;
  }

  /** What all statements have in common that were prepared for the same; without a batch. */
  private static JdbcQuery shared(ConnectionTarget target, @Nullable AnalyzedQuery prepared) {
    JdbcQuery known = prepared == null ? target.query() : prepared.query();
    if (known == null || known.target != target) {
      known = new JdbcQuery(target, prepared, true);
      if (prepared == null) {
        target.query(known);
      } else {
        prepared.query(known);
      }
    }
    return known;
  }

  /** A connection has made a statement. */
  public static void created(Statement statement, Connection connection) {
    remember(statement, JdbcConnections.made(connection), null);
  }

  /** A connection has prepared a statement: its text is analysed here, once. */
  public static void prepared(Statement statement, Connection connection, @Nullable String text) {
    ConnectionTarget target = JdbcConnections.made(connection);
    remember(statement, target, TRACING.prepared(target.system(), text));
  }

  // Overloads call each other, and drivers keep statements to hand them out again.
  private static void remember(
      Statement statement, ConnectionTarget target, @Nullable AnalyzedQuery prepared) {
    JdbcQuery known = QUERIES.get(statement);
    if (known != null && known.target == target && known.prepared == prepared) {
      known.clear();
    } else {
      QUERIES.set(statement, shared(target, prepared));
    }
  }

  /** A statement begins to run a text; null when it does so for a query that is running. */
  public static @Nullable DatabaseSpan start(Statement statement, @Nullable String text) {
    Context parent = DatabaseTracing.parent();
    if (parent == null) {
      return null;
    }
    ConnectionTarget target = of(statement).target;
    AnalyzedQuery query = TRACING.plain(target.system(), text);
    return TRACING.start(parent, target, query, DatabaseTracing.NO_BATCH);
  }

  /** A statement begins to run what it was prepared for; null as in {@link #start}. */
  public static @Nullable DatabaseSpan startPrepared(Statement statement) {
    Context parent = DatabaseTracing.parent();
    if (parent == null) {
      return null;
    }
    JdbcQuery query = of(statement);
    return TRACING.start(parent, query.target, query.prepared, DatabaseTracing.NO_BATCH);
  }

  /** A statement begins to run its batch; null as in {@link #start}. */
  public static @Nullable DatabaseSpan startBatch(Statement statement) {
    Context parent = DatabaseTracing.parent();
    return parent == null ? null : of(statement).startBatch(parent);
  }

  /** It has run. */
  public static void end(@Nullable DatabaseSpan span, @Nullable Throwable thrown) {
    if (span != null) {
      TRACING.end(span, thrown);
    }
  }

  /**
   * A query is about to join the batch.
   *
   * @return null when the statement does so by way of another method of its own
   */
  public static @Nullable JdbcQuery adding(Statement statement) {
    JdbcQuery query = of(statement);
    if (query.adding) {
      return null;
    }
    if (query.shared) {
      query = new JdbcQuery(query.target, query.prepared, false);
      QUERIES.set(statement, query);
    }
    query.adding = true;
    return query;
  }

  /** A text has joined the batch, or has failed to. */
  public void added(@Nullable String text, @Nullable Throwable thrown) {
    adding = false;
    if (thrown == null) {
      add(TRACING.plain(target.system(), text));
    }
  }

  /** One more set of parameters has joined the batch, or has failed to. */
  public void addedPrepared(@Nullable Throwable thrown) {
    adding = false;
    if (thrown == null) {
      add(prepared == null ? TRACING.prepared(target.system(), null) : prepared);
    }
  }

  /** The batch is gone. */
  public static void clearBatch(Statement statement) {
    JdbcQuery query = QUERIES.get(statement);
    if (query != null) {
      query.clear();
    }
  }

  private synchronized void add(AnalyzedQuery query) {
    BatchQuery current = batch;
    if (current == null) {
      current = new BatchQuery();
      batch = current;
    }
    current.add(query);
  }

  private synchronized DatabaseSpan startBatch(Context parent) {
    BatchQuery added = batch == null ? new BatchQuery() : batch;
    return TRACING.start(parent, target, added.query(), added.size());
  }

  private void clear() {
    if (batch != null) {
      synchronized (this) {
        batch = null;
      }
    }
  }

  /** A statement that no advised connection made still knows its connection. */
  private static JdbcQuery of(Statement statement) {
    JdbcQuery known = QUERIES.get(statement);
    return known == null ? QUERIES.setIfAbsent(statement, shared(target(statement), null)) : known;
  }

  private static ConnectionTarget target(Statement statement) {
    try {
      Connection connection = statement.getConnection();
      return connection == null ? ConnectionTarget.UNKNOWN : JdbcConnections.of(connection);
    } catch (Exception | LinkageError cannotTell) {
      return ConnectionTarget.UNKNOWN;
    }
  }
}
