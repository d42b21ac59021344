package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * {@code jdbc:oracle:}: the thin and oci forms with a service, a SID, a list of hosts, a name from
 * {@code tnsnames.ora}, LDAP or a whole description.
 */
final class OracleUrl {
  private OracleUrl() {}

  static ConnectionTarget parse(String rest) {
    int description = rest.indexOf('(');
    int limit =
        Math.min(description < 0 ? rest.length() : description, UrlText.indexOfAny(rest, "?", 0));
    int at = rest.lastIndexOf('@', limit);
    if (at < 0) {
      return target(null, DatabaseSystem.NO_PORT, null);
    }
    String connect = rest.substring(at + 1).trim();
    if (connect.startsWith("(")) {
      return description(connect);
    }
    connect = connect.substring(0, UrlText.indexOfAny(connect, "?", 0));
    if (UrlText.startsWithIgnoreCase(connect, "ldap")) {
      return directory(connect);
    }
    int slashes = connect.indexOf("//");
    return slashes >= 0 ? service(connect.substring(slashes + 2)) : service(connect);
  }

  private static ConnectionTarget description(String text) {
    HostPort hostPort = HostPort.first(text);
    String name = UrlText.parameter(text, "SERVICE_NAME", "()");
    return target(
        hostPort.host, hostPort.port, name == null ? UrlText.parameter(text, "SID", "()") : name);
  }

  /** The host is that of the directory: not where the database is. */
  private static ConnectionTarget directory(String text) {
    int slashes = text.indexOf("//");
    int start = slashes < 0 ? -1 : text.indexOf('/', slashes + 2);
    String name =
        start < 0 ? null : text.substring(start + 1, UrlText.indexOfAny(text, ",", start));
    return target(null, DatabaseSystem.NO_PORT, name);
  }

  /** {@code hosts[/service[:server][/instance]]}, {@code host:port:sid} or a name alone. */
  private static ConnectionTarget service(String text) {
    int slash = UrlText.indexOfAny(text, "/", 0);
    String hosts = text.substring(0, slash);
    String name = slash < text.length() ? text.substring(slash + 1) : null;
    if (name != null) {
      name = name.substring(0, UrlText.indexOfAny(name, ":/", 0));
    } else {
      int last = hosts.lastIndexOf(':');
      boolean bracketed = hosts.indexOf(']', last + 1) >= 0;
      if (last < 0 && hosts.indexOf('.') < 0) {
        return target(null, DatabaseSystem.NO_PORT, hosts);
      }
      if (last > 0 && !bracketed && UrlText.port(hosts.substring(last + 1)) < 0) {
        name = hosts.substring(last + 1);
        hosts = hosts.substring(0, last);
      }
    }
    HostPort hostPort = HostPort.first(hosts);
    return target(hostPort.host, hostPort.port, name);
  }

  private static ConnectionTarget target(
      @Nullable String host, int port, @Nullable String namespace) {
    return JdbcUrl.target(DatabaseSystem.ORACLE, host, port, namespace);
  }
}
