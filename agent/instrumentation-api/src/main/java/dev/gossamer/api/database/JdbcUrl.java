package dev.gossamer.api.database;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads JDBC URLs. A total function: any URL, no exception, bounded memory; what cannot be read is
 * left out. Takes nothing from user names and passwords.
 *
 * <p>Wrappers ({@code jdbc:p6spy:}, {@code jdbc:tracing:}, {@code jdbc:otel:}, {@code
 * jdbc:log4jdbc:}, {@code jdbc:aws-wrapper:}, {@code jdbc-secretsmanager:}) are looked through. A
 * {@code jdbc:tc:} URL starts a container: its host means nothing and is left out.
 */
public final class JdbcUrl {
  private static final int MAX_LENGTH = 8 * 1024;
  private static final int MAX_NAMESPACE_LENGTH = 255;
  private static final int MAX_WRAPPERS = 8;

  private JdbcUrl() {}

  /**
   * Returns where a connection leads.
   *
   * @param url as given to {@code DriverManager} or a data source; null is unknown
   * @param properties what was given with it; only names of hosts, databases and schemas are read;
   *     the URL goes before them
   */
  public static ConnectionTarget parse(@Nullable String url, @Nullable Properties properties) {
    if (url == null) {
      return ConnectionTarget.UNKNOWN;
    }
    String text = (url.length() > MAX_LENGTH ? url.substring(0, MAX_LENGTH) : url).trim();
    if (UrlText.startsWithIgnoreCase(text, "jdbc:")) {
      text = text.substring("jdbc:".length());
    } else if (UrlText.startsWithIgnoreCase(text, "jdbc-secretsmanager:")) {
      text = text.substring("jdbc-secretsmanager:".length());
    } else {
      return ConnectionTarget.UNKNOWN;
    }
    boolean container = false;
    for (int i = 0; i < MAX_WRAPPERS; i++) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        return ConnectionTarget.UNKNOWN;
      }
      String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
      String rest = text.substring(colon + 1);
      if (!isWrapper(name)) {
        return container
            ? withoutHost(parse(name, withoutTag(rest), null))
            : parse(name, rest, properties);
      }
      container |= name.equals("tc");
      text = UrlText.startsWithIgnoreCase(rest, "jdbc:") ? rest.substring("jdbc:".length()) : rest;
    }
    return ConnectionTarget.UNKNOWN;
  }

  private static boolean isWrapper(String name) {
    switch (name) {
      case "p6spy":
      case "tracing":
      case "otel":
      case "log4jdbc":
      case "aws-wrapper":
      case "tc":
        return true;
      default:
        return false;
    }
  }

  /** {@code jdbc:tc:mysql:8.0://host/db}: the tag of the image stands before the slashes. */
  private static String withoutTag(String rest) {
    int slashes = rest.indexOf("//");
    int at = rest.indexOf('@');
    return slashes < 0 || (at >= 0 && at < slashes) ? rest : rest.substring(slashes);
  }

  private static ConnectionTarget withoutHost(ConnectionTarget target) {
    return new ConnectionTarget(target.system(), null, DatabaseSystem.NO_PORT, target.namespace());
  }

  private static ConnectionTarget parse(String name, String rest, @Nullable Properties properties) {
    switch (name) {
      case "oracle":
        return OracleUrl.parse(rest);
      case "h2":
        return EmbeddedUrl.h2(rest);
      case "hsqldb":
        return EmbeddedUrl.hsqldb(rest);
      case "derby":
        return EmbeddedUrl.derby(rest);
      case "sqlite":
        return EmbeddedUrl.file(DatabaseSystem.SQLITE, rest);
      case "duckdb":
        return EmbeddedUrl.file(DatabaseSystem.DUCKDB, rest);
      case "sqlserver":
      case "microsoft":
        return SqlServerUrl.microsoft(rest, properties);
      case "jtds":
        return SqlServerUrl.jtds(rest);
      case "sybase":
        return SqlServerUrl.sybase(rest);
      default:
        return server(name, rest, properties);
    }
  }

  private static ConnectionTarget server(
      String name, String rest, @Nullable Properties properties) {
    DatabaseSystem system = system(name);
    AuthorityUrl url = AuthorityUrl.parse(rest);
    if (url == null) {
      return ServerNamespace.withoutAuthority(system, name, rest, properties);
    }
    String host = url.hostPort.host;
    int port = url.hostPort.port;
    if (host == null && rest.startsWith("///") && system != DatabaseSystem.OTHER_SQL) {
      host = HostPort.LOCALHOST;
    }
    if (port == DatabaseSystem.NO_PORT) {
      port = ServerNamespace.impliedPort(system, name, rest, url);
    }
    return target(system, host, port, ServerNamespace.of(system, url, properties));
  }

  private static DatabaseSystem system(String name) {
    switch (name) {
      case "postgresql":
      case "pgsql":
        return DatabaseSystem.POSTGRESQL;
      case "cockroachdb":
        return DatabaseSystem.COCKROACHDB;
      case "redshift":
        return DatabaseSystem.REDSHIFT;
      case "pivotal":
        return DatabaseSystem.GREENPLUM;
      case "yugabytedb":
        return DatabaseSystem.YUGABYTEDB;
      case "edb":
        return DatabaseSystem.EDB;
      case "opengauss":
      case "gaussdb":
        return DatabaseSystem.OPENGAUSS;
      case "mysql":
        return DatabaseSystem.MYSQL;
      case "mariadb":
        return DatabaseSystem.MARIADB;
      case "singlestore":
      case "memsql":
        return DatabaseSystem.SINGLESTORE;
      case "oceanbase":
        return DatabaseSystem.OCEANBASE;
      case "db2":
      case "as400":
        return DatabaseSystem.DB2;
      case "ch":
      case "clickhouse":
        return DatabaseSystem.CLICKHOUSE;
      case "cloudspanner":
      case "spanner":
        return DatabaseSystem.SPANNER;
      case "bigquery":
        return DatabaseSystem.BIGQUERY;
      case "sap":
        return DatabaseSystem.HANA;
      case "sapdb":
        return DatabaseSystem.MAXDB;
      case "trino":
        return DatabaseSystem.TRINO;
      case "presto":
        return DatabaseSystem.PRESTO;
      case "teradata":
        return DatabaseSystem.TERADATA;
      case "snowflake":
        return DatabaseSystem.SNOWFLAKE;
      case "databricks":
        return DatabaseSystem.DATABRICKS;
      case "hive2":
        return DatabaseSystem.HIVE;
      case "impala":
        return DatabaseSystem.IMPALA;
      case "vertica":
        return DatabaseSystem.VERTICA;
      case "exa":
        return DatabaseSystem.EXASOL;
      case "firebirdsql":
      case "firebird":
        return DatabaseSystem.FIREBIRD;
      case "informix-sqli":
      case "informix-direct":
        return DatabaseSystem.INFORMIX;
      case "netezza":
        return DatabaseSystem.NETEZZA;
      case "ingres":
        return DatabaseSystem.INGRES;
      case "cache":
        return DatabaseSystem.CACHE;
      case "cassandra":
        return DatabaseSystem.CASSANDRA;
      default:
        return DatabaseSystem.OTHER_SQL;
    }
  }

  /** Fills in the default port, and drops a namespace that may be part of a password. */
  static ConnectionTarget target(
      DatabaseSystem system, @Nullable String host, int port, @Nullable String namespace) {
    String name =
        namespace == null
                || namespace.isEmpty()
                || namespace.length() > MAX_NAMESPACE_LENGTH
                || namespace.indexOf('@') >= 0
            ? null
            : namespace;
    return new ConnectionTarget(
        system, host, port == DatabaseSystem.NO_PORT ? system.defaultPort() : port, name);
  }
}
