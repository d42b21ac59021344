package dev.gossamer.api.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * {@code jdbc:sqlserver:}, {@code jdbc:jtds:}, {@code jdbc:sybase:}: parameters behind semicolons.
 */
final class SqlServerUrl {
  private SqlServerUrl() {}

  /** {@code //host[\instance][:port][;key=value...]}; everything may be a parameter instead. */
  static ConnectionTarget microsoft(String rest, @Nullable Properties properties) {
    int slashes = rest.indexOf("//");
    String text = slashes < 0 ? rest : rest.substring(slashes + 2);
    int semicolon = UrlText.indexOfAny(text, ";", 0);
    String server = text.substring(0, semicolon);
    String parameters = text.substring(semicolon);
    if (server.isEmpty()) {
      server = either(parameters, properties, "serverName", "server");
    }
    String instance = either(parameters, properties, "instanceName", "instance");
    int port = DatabaseSystem.NO_PORT;
    String host = null;
    if (server != null) {
      int backslash = server.indexOf('\\');
      if (backslash >= 0) {
        int end = UrlText.indexOfAny(server, ":", backslash);
        instance = server.substring(backslash + 1, end);
        server = server.substring(0, backslash) + server.substring(end);
      }
      HostPort hostPort = HostPort.first(server);
      host = hostPort.host;
      port = hostPort.port;
    }
    if (port == DatabaseSystem.NO_PORT) {
      String number = either(parameters, properties, "portNumber", "port");
      port = number == null ? DatabaseSystem.NO_PORT : UrlText.port(number);
    }
    String database = either(parameters, properties, "databaseName", "database");
    return target(DatabaseSystem.SQL_SERVER, host, port, instance, database);
  }

  /** {@code sqlserver://host[:port][/database][;instance=...]}, and the same for Sybase. */
  static ConnectionTarget jtds(String rest) {
    DatabaseSystem system =
        UrlText.startsWithIgnoreCase(rest, "sybase")
            ? DatabaseSystem.SYBASE
            : DatabaseSystem.SQL_SERVER;
    AuthorityUrl url = AuthorityUrl.parse(rest);
    if (url == null) {
      return JdbcUrl.target(system, null, DatabaseSystem.NO_PORT, null);
    }
    String database = url.segment(0);
    return target(
        system,
        url.hostPort.host,
        url.hostPort.port,
        url.parameter("instance"),
        database == null ? url.parameter("databaseName") : database);
  }

  /** {@code Tds:host:port[/database][?...]}. */
  static ConnectionTarget sybase(String rest) {
    int colon = rest.indexOf(':');
    AuthorityUrl url = AuthorityUrl.parse("//" + rest.substring(colon + 1));
    return url == null
        ? JdbcUrl.target(DatabaseSystem.SYBASE, null, DatabaseSystem.NO_PORT, null)
        : JdbcUrl.target(
            DatabaseSystem.SYBASE, url.hostPort.host, url.hostPort.port, url.segment(0));
  }

  /** The port of a named instance is found out by asking the server: there is no default. */
  private static ConnectionTarget target(
      DatabaseSystem system,
      @Nullable String host,
      int port,
      @Nullable String instance,
      @Nullable String database) {
    boolean named = instance != null && !instance.isEmpty();
    String namespace = UrlText.join(instance, database);
    return named && port == DatabaseSystem.NO_PORT
        ? new ConnectionTarget(system, host, port, namespace)
        : JdbcUrl.target(system, host, port, namespace);
  }

  private static @Nullable String either(
      String parameters, @Nullable Properties properties, String key, String synonym) {
    String value = UrlText.parameter(parameters, key, ";");
    if (value == null) {
      value = UrlText.parameter(parameters, synonym, ";");
    }
    if (value == null && properties != null) {
      value = properties.getProperty(key);
    }
    return value;
  }
}
