package dev.gossamer.api.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the URLs of each server say which database is meant. */
final class ServerNamespace {
  private static final int CLICKHOUSE_TLS_PORT = 8443;
  private static final int AS400_PORT = 8471;
  private static final int TLS_PORT = 443;

  private ServerNamespace() {}

  static @Nullable String of(
      DatabaseSystem system, AuthorityUrl url, @Nullable Properties properties) {
    switch (system) {
      case POSTGRESQL:
      case COCKROACHDB:
      case REDSHIFT:
      case YUGABYTEDB:
      case EDB:
      case OPENGAUSS:
        return postgresql(url.path, url.decodedParameter("currentSchema"), properties);
      case GREENPLUM:
        return url.parameter("DatabaseName");
      case MYSQL:
      case MARIADB:
      case SINGLESTORE:
      case OCEANBASE:
      case VERTICA:
      case NETEZZA:
      case INGRES:
      case CACHE:
      case CASSANDRA:
      case HIVE:
      case IMPALA:
      case MAXDB:
        return url.segment(0);
      case CLICKHOUSE:
        String database = url.segment(0);
        return database == null ? url.decodedParameter("database") : database;
      case DB2:
      case INFORMIX:
        // Parameters follow a colon: //host:50000/db:user=...
        String path = url.segment(0);
        return path == null ? null : path.substring(0, UrlText.indexOfAny(path, ":", 0));
      case TRINO:
      case PRESTO:
        return UrlText.join(url.segment(0), url.segment(1));
      case HANA:
        return url.decodedParameter("databaseName");
      case TERADATA:
        return UrlText.parameter(url.path, "DATABASE", ",");
      case SNOWFLAKE:
        return UrlText.join(url.decodedParameter("db"), url.decodedParameter("schema"));
      case DATABRICKS:
        String schema = url.parameter("ConnSchema");
        return UrlText.join(url.parameter("ConnCatalog"), schema == null ? url.segment(0) : schema);
      case BIGQUERY:
        return UrlText.join(url.parameter("ProjectId"), url.parameter("DefaultDataset"));
      case SPANNER:
        return spanner(url.path);
      case FIREBIRD:
        return UrlText.lastSegment(url.path);
      case EXASOL:
        return url.parameter("schema");
      default:
        return null;
    }
  }

  /**
   * Returns the port that a scheme or a switch in the URL stands for, or {@link
   * DatabaseSystem#NO_PORT}.
   */
  static int impliedPort(DatabaseSystem system, String name, String rest, AuthorityUrl url) {
    switch (system) {
      case CLICKHOUSE:
        boolean tls = UrlText.startsWithIgnoreCase(rest, "https") || isTrue(url.parameter("ssl"));
        return tls ? CLICKHOUSE_TLS_PORT : DatabaseSystem.NO_PORT;
      case TRINO:
      case PRESTO:
        return isTrue(url.parameter("SSL")) ? TLS_PORT : DatabaseSystem.NO_PORT;
      case DB2:
        return name.equals("as400") ? AS400_PORT : DatabaseSystem.NO_PORT;
      case TERADATA:
        String port = UrlText.parameter(url.path, "DBS_PORT", ",");
        return port == null ? DatabaseSystem.NO_PORT : UrlText.port(port);
      default:
        return DatabaseSystem.NO_PORT;
    }
  }

  /** Handles URLs without slashes. */
  static ConnectionTarget withoutAuthority(
      DatabaseSystem system, String name, String rest, @Nullable Properties properties) {
    int parameters = UrlText.indexOfAny(rest, "?;", 0);
    String text = rest.substring(0, parameters);
    switch (system) {
      case POSTGRESQL:
      case COCKROACHDB:
      case REDSHIFT:
      case YUGABYTEDB:
      case EDB:
      case OPENGAUSS:
        String path = UrlText.decode(text.startsWith("/") ? text.substring(1) : text);
        String schema = UrlText.parameter(rest.substring(parameters), "currentSchema", "?&");
        HostPort hostPort = HostPort.first(property(properties, "PGHOST", HostPort.LOCALHOST));
        return JdbcUrl.target(
            system,
            hostPort.host,
            UrlText.port(property(properties, "PGPORT", "")),
            postgresql(path, schema == null ? null : UrlText.decode(schema), properties));
      case DB2:
      case INFORMIX:
        // A local catalogue: jdbc:db2:SAMPLE
        String database = text.substring(0, UrlText.indexOfAny(text, ":", 0));
        return JdbcUrl.target(system, null, DatabaseSystem.NO_PORT, database);
      case SPANNER:
        return JdbcUrl.target(system, null, DatabaseSystem.NO_PORT, spanner(text));
      case EXASOL:
        HostPort exasol = HostPort.first(text);
        return JdbcUrl.target(
            system,
            exasol.host,
            exasol.port,
            UrlText.parameter(rest.substring(parameters), "schema", ";"));
      default:
        return JdbcUrl.target(system, null, DatabaseSystem.NO_PORT, null);
    }
  }

  /** The first schema of the search path, where the URL gives one. */
  private static @Nullable String postgresql(
      String path, @Nullable String searchPath, @Nullable Properties properties) {
    String database = path.isEmpty() ? property(properties, "PGDBNAME", "") : path;
    String schema = searchPath == null ? property(properties, "currentSchema", "") : searchPath;
    schema = schema.substring(0, UrlText.indexOfAny(schema, ",", 0)).trim();
    if (schema.length() > 1 && schema.startsWith("\"") && schema.endsWith("\"")) {
      schema = schema.substring(1, schema.length() - 1);
    }
    return UrlText.join(database, schema);
  }

  /** {@code projects/p/instances/i/databases/d} becomes {@code p|i|d}. */
  private static @Nullable String spanner(String path) {
    String namespace = UrlText.join(behind(path, "projects/"), behind(path, "instances/"));
    return UrlText.join(namespace, behind(path, "databases/"));
  }

  private static @Nullable String behind(String path, String word) {
    int start = path.indexOf(word);
    return start < 0
        ? null
        : path.substring(
            start + word.length(), UrlText.indexOfAny(path, "/", start + word.length()));
  }

  private static boolean isTrue(@Nullable String value) {
    return "true".equalsIgnoreCase(value);
  }

  private static String property(@Nullable Properties properties, String key, String otherwise) {
    String value = properties == null ? null : properties.getProperty(key);
    return value == null ? otherwise : value;
  }
}
