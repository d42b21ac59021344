package dev.gossamer.api.database;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What database spans say by the names before the stable ones (semantic conventions 1.24), beside
 * what they say anyway. Loaded for {@code OTEL_SEMCONV_STABILITY_OPT_IN=database/dup} only.
 * Thread-safe.
 *
 * <p>{@code db.user} is left out: the agent keeps no user names.
 */
final class LegacyDatabaseAttributes {
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system");
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("db.name");
  private static final AttributeKey<String> MSSQL_INSTANCE =
      AttributeKey.stringKey("db.mssql.instance_name");
  private static final AttributeKey<String> CONNECTION_STRING =
      AttributeKey.stringKey("db.connection_string");
  private static final AttributeKey<String> STATEMENT = AttributeKey.stringKey("db.statement");
  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation");
  private static final AttributeKey<String> TABLE = AttributeKey.stringKey("db.sql.table");

  /** What the stable conventions put before the operation of a batch. */
  private static final String BATCH = "BATCH";

  private static final String IN_BATCH = BATCH + ' ';

  private final boolean sanitized;

  /**
   * @param sanitized whether values in texts become {@code ?}
   */
  LegacyDatabaseAttributes(boolean sanitized) {
    this.sanitized = sanitized;
  }

  /** Describes a query that begins. */
  void describe(SpanBuilder span, ConnectionTarget target, @Nullable AnalyzedQuery query) {
    DatabaseSystem system = target.system();
    span.setAttribute(SYSTEM, system.legacyName());
    describeName(span, system, target.namespace());
    set(span, CONNECTION_STRING, connection(target));
    if (query != null) {
      set(span, STATEMENT, statement(system, query.text()));
      set(span, OPERATION, operation(query.operation()));
      set(span, TABLE, query.collection());
    }
  }

  /** The old conventions knew no namespaces, only the database among their parts. */
  private static void describeName(
      SpanBuilder span, DatabaseSystem system, @Nullable String namespace) {
    int bar = namespace == null ? -1 : namespace.indexOf('|');
    if (namespace == null || bar < 0) {
      set(span, NAME, namespace);
    } else if (system == DatabaseSystem.SQL_SERVER) {
      set(span, MSSQL_INSTANCE, namespace.substring(0, bar));
      set(span, NAME, namespace.substring(bar + 1));
    } else if (system == DatabaseSystem.SPANNER) {
      set(span, NAME, namespace.substring(namespace.lastIndexOf('|') + 1));
    } else {
      set(span, NAME, namespace.substring(0, bar));
    }
  }

  /** As much of the connection's URL as is known, where URLs look alike. */
  private static @Nullable String connection(ConnectionTarget target) {
    switch (target.system()) {
      case POSTGRESQL:
      case MYSQL:
      case MARIADB:
      case DB2:
        return connection(target.system().legacyName(), target);
      case SQL_SERVER:
        return connection("sqlserver", target);
      default:
        return null;
    }
  }

  private static @Nullable String connection(String scheme, ConnectionTarget target) {
    return target.host() == null || target.port() == DatabaseSystem.NO_PORT
        ? null
        : scheme + "://" + target.host() + ':' + target.port();
  }

  /** Texts of prepared statements were sanitised, too; what is sanitised already stays. */
  private String statement(DatabaseSystem system, String text) {
    return sanitized ? SqlAnalyzer.of(system).sanitized(text).text() : text;
  }

  /** In upper case, and that of the batch's queries, whatever their number. */
  private static @Nullable String operation(@Nullable String operation) {
    if (operation == null || operation.equals(BATCH)) {
      return null;
    }
    String its =
        operation.startsWith(IN_BATCH) ? operation.substring(IN_BATCH.length()) : operation;
    return its.toUpperCase(Locale.ROOT);
  }

  private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }
}
