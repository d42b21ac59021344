package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * Databases that run in the application or keep one file: H2, HyperSQL, Derby, SQLite, DuckDB. The
 * namespace of a file is its name without the folders.
 */
final class EmbeddedUrl {
  private static final int HSQLS_PORT = 554;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private EmbeddedUrl() {}

  static ConnectionTarget h2(String rest) {
    String text = rest.substring(0, UrlText.indexOfAny(rest, ";", 0));
    if (isServer(text, "tcp") || isServer(text, "ssl")) {
      return server(DatabaseSystem.H2, text, DatabaseSystem.NO_PORT);
    }
    return embedded(DatabaseSystem.H2, text);
  }

  static ConnectionTarget hsqldb(String rest) {
    String text = rest.substring(0, UrlText.indexOfAny(rest, ";?", 0));
    if (isServer(text, "hsql")) {
      return server(DatabaseSystem.HSQLDB, text, DatabaseSystem.NO_PORT);
    }
    if (isServer(text, "hsqls")) {
      return server(DatabaseSystem.HSQLDB, text, HSQLS_PORT);
    }
    if (isServer(text, "http")) {
      return server(DatabaseSystem.HSQLDB, text, HTTP_PORT);
    }
    if (isServer(text, "https")) {
      return server(DatabaseSystem.HSQLDB, text, HTTPS_PORT);
    }
    return text.equals(".")
        ? target(DatabaseSystem.HSQLDB, null)
        : embedded(DatabaseSystem.HSQLDB, text);
  }

  static ConnectionTarget derby(String rest) {
    int parameters = UrlText.indexOfAny(rest, ";", 0);
    String text = rest.substring(0, parameters);
    String named = UrlText.parameter(rest.substring(parameters), "databaseName", ";");
    if (text.startsWith("//")) {
      ConnectionTarget server = server(DatabaseSystem.DERBY, text, DatabaseSystem.NO_PORT);
      return server.namespace() != null || named == null
          ? server
          : JdbcUrl.target(DatabaseSystem.DERBY, server.host(), server.port(), named);
    }
    return embedded(DatabaseSystem.DERBY, text.isEmpty() && named != null ? named : text);
  }

  /** SQLite, DuckDB. */
  static ConnectionTarget file(DatabaseSystem system, String rest) {
    String text = rest.substring(0, UrlText.indexOfAny(rest, "?;", 0));
    return text.equals(":memory:") ? target(system, null) : embedded(system, text);
  }

  private static boolean isServer(String text, String protocol) {
    return UrlText.startsWithIgnoreCase(text, protocol)
        && text.startsWith("://", protocol.length());
  }

  private static ConnectionTarget server(DatabaseSystem system, String text, int protocolPort) {
    AuthorityUrl url = AuthorityUrl.parse(text);
    if (url == null) {
      return target(system, null);
    }
    int port = url.hostPort.port == DatabaseSystem.NO_PORT ? protocolPort : url.hostPort.port;
    return JdbcUrl.target(system, url.hostPort.host, port, databaseName(url.path));
  }

  private static ConnectionTarget embedded(DatabaseSystem system, String text) {
    return target(system, databaseName(text));
  }

  /** Drops {@code mem:}, {@code file:} and the like, and the folders. */
  private static @Nullable String databaseName(String path) {
    String name = UrlText.lastSegment(path);
    if (name == null) {
      return null;
    }
    name = name.substring(name.lastIndexOf(':') + 1);
    return name.isEmpty() ? null : name;
  }

  private static ConnectionTarget target(DatabaseSystem system, @Nullable String namespace) {
    return JdbcUrl.target(system, null, DatabaseSystem.NO_PORT, namespace);
  }
}
