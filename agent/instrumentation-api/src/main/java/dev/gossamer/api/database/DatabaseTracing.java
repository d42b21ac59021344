package dev.gossamer.api.database;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.DatabaseOptions;
import dev.gossamer.config.SemconvOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Client spans of one database library (semantic conventions 1.44, database client spans).
 * Thread-safe.
 */
public final class DatabaseTracing {
  static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.41.0";

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  static final AttributeKey<String> PROCEDURE = AttributeKey.stringKey("db.stored_procedure.name");
  private static final AttributeKey<Long> BATCH_SIZE =
      AttributeKey.longKey("db.operation.batch.size");
  static final AttributeKey<String> STATUS_CODE = AttributeKey.stringKey("db.response.status_code");
  static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  /** {@code batchSize} of what is no batch. */
  public static final int NO_BATCH = -1;

  private final Tracer tracer;
  private final @Nullable QueryDurations durations;
  private final boolean sanitized;
  private final @Nullable LegacyDatabaseAttributes legacy;

  /**
   * @param instrumentation its name, as in its descriptor
   */
  public DatabaseTracing(String instrumentation) {
    tracer = Telemetry.tracer(instrumentation, SCHEMA_URL);
    durations = QueryDurations.of(instrumentation);
    sanitized = DatabaseOptions.from(Settings.current()).sanitized();
    legacy =
        SemconvOptions.from(Settings.current()).duplicates("database")
            ? new LegacyDatabaseAttributes(sanitized)
            : null;
  }

  /** Analyses the text of a statement that carries its values in it. */
  public AnalyzedQuery plain(DatabaseSystem system, @Nullable String text) {
    SqlAnalyzer analyzer = SqlAnalyzer.of(system);
    return sanitized ? analyzer.sanitized(text) : analyzer.unchanged(text);
  }

  /** Analyses the text of a statement that is prepared: its values come later. */
  public AnalyzedQuery prepared(DatabaseSystem system, @Nullable String text) {
    return SqlAnalyzer.of(system).unchanged(text);
  }

  /** Returns the context below which a query belongs; null when this thread runs one already. */
  public static @Nullable Context parent() {
    Context current = Context.current();
    return DatabaseSpan.isRunningIn(current) ? null : current;
  }

  /**
   * Makes queries of this thread give no spans until {@link #endSilence}: they are the driver's
   * own, not the application's.
   *
   * @return null when a query is running, which has the same effect
   */
  public static @Nullable DatabaseSpan silence() {
    Context parent = parent();
    return parent == null ? null : DatabaseSpan.silent(parent);
  }

  /** Ends what {@link #silence} began. */
  public static void endSilence(@Nullable DatabaseSpan silence) {
    if (silence != null) {
      silence.leave();
    }
  }

  /**
   * Starts the span of a query and makes it current.
   *
   * @param parent from {@link #parent}
   * @param query null when its text is not known
   * @param batchSize how many queries, or {@link #NO_BATCH}
   */
  public DatabaseSpan start(
      Context parent, ConnectionTarget target, @Nullable AnalyzedQuery query, int batchSize) {
    SpanBuilder span =
        tracer
            .spanBuilder(name(target, query))
            .setParent(parent)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(SYSTEM, target.system().systemName());
    set(span, NAMESPACE, target.namespace());
    if (query != null) {
      set(span, TEXT, isCallEscape(query) ? null : query.text());
      set(span, SUMMARY, query.summary());
      set(span, PROCEDURE, query.storedProcedure());
    }
    // A batch of one is no batch; an empty one is.
    if (batchSize >= 0 && batchSize != 1) {
      span.setAttribute(BATCH_SIZE, batchSize);
    }
    String host = target.host();
    if (host != null) {
      span.setAttribute(SERVER_ADDRESS, host);
      int port = target.nonDefaultPort();
      if (port > 0) {
        span.setAttribute(SERVER_PORT, port);
      }
    }
    if (legacy != null) {
      legacy.describe(span, target, query);
    }
    long startNanos = durations == null ? 0 : System.nanoTime();
    return DatabaseSpan.running(span.startSpan(), target, query, startNanos, parent);
  }

  /** Ends the span. */
  public void end(DatabaseSpan query, @Nullable Throwable thrown) {
    query.leave();
    // What the application's exceptions and the metrics do costs no span.
    try {
      tell(query, thrown);
    } finally {
      query.span().end();
    }
  }

  private void tell(DatabaseSpan query, @Nullable Throwable thrown) {
    Span span = query.span();
    boolean recording = span.isRecording();
    String code = null;
    String errorType = null;
    if (thrown != null && (recording || durations != null)) {
      if (thrown instanceof SQLException) {
        SQLException failure = (SQLException) thrown;
        code = ResponseStatus.code(query.system(), failure.getSQLState(), failure.getErrorCode());
      }
      errorType = code == null ? thrown.getClass().getName() : code;
    }
    if (durations != null) {
      durations.record(query, code, errorType);
    }
    if (thrown != null && errorType != null && recording) {
      if (code != null) {
        span.setAttribute(STATUS_CODE, code);
      }
      span.setAttribute(ERROR_TYPE, errorType);
      span.recordException(thrown);
      span.setStatus(StatusCode.ERROR, thrown.getMessage() == null ? "" : thrown.getMessage());
    }
  }

  /** JDBC's {@code {call p(?)}} is no SQL: the procedure's name says all of it. */
  private static boolean isCallEscape(AnalyzedQuery query) {
    if (query.storedProcedure() == null) {
      return false;
    }
    String text = query.text();
    int first = 0;
    while (first < text.length() && text.charAt(first) <= ' ') {
      first++;
    }
    return first < text.length() && text.charAt(first) == '{';
  }

  private static String name(ConnectionTarget target, @Nullable AnalyzedQuery query) {
    String summary = query == null ? null : query.summary();
    if (summary != null) {
      return summary;
    }
    if (target.namespace() != null) {
      return target.namespace();
    }
    if (target.host() != null) {
      return target.port() > 0 ? target.host() + ':' + target.port() : target.host();
    }
    return target.system().systemName();
  }

  private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }
}
