package dev.gossamer.api.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a connection leads to. Immutable. Never holds a user name, a password or any other part of
 * the URL it came from.
 *
 * <p>The namespace is the one asked for when the connection was opened, not the one a later {@code
 * USE} chose.
 */
public final class ConnectionTarget {
  /** Nothing is known but that it speaks SQL. */
  public static final ConnectionTarget UNKNOWN =
      new ConnectionTarget(DatabaseSystem.OTHER_SQL, null, DatabaseSystem.NO_PORT, null);

  private final DatabaseSystem system;
  private final @Nullable String host;
  private final int port;
  private final @Nullable String namespace;

  /** Written without synchronisation: two threads may make it, and either will do. */
  private @Nullable JdbcQuery query;

  ConnectionTarget(
      DatabaseSystem system, @Nullable String host, int port, @Nullable String namespace) {
    this.system = system;
    this.host = host;
    this.port = host == null ? DatabaseSystem.NO_PORT : port;
    this.namespace = namespace;
  }

  public DatabaseSystem system() {
    return system;
  }

  /**
   * Returns {@code server.address}: a name, an address without brackets, or null for an embedded
   * database and where the URL does not say. Of several hosts, the first.
   */
  public @Nullable String host() {
    return host;
  }

  /**
   * Returns the port, given or default; {@link DatabaseSystem#NO_PORT} when it is not known or
   * there is no host.
   */
  public int port() {
    return port;
  }

  /**
   * Returns {@code server.port}: the port where it is not the default one of the system, else
   * {@link DatabaseSystem#NO_PORT}.
   */
  public int nonDefaultPort() {
    return port == system.defaultPort() ? DatabaseSystem.NO_PORT : port;
  }

  /** Returns {@code db.namespace}: parts from general to specific, joined by {@code |}; or null. */
  public @Nullable String namespace() {
    return namespace;
  }

  /**
   * What is known of statements without a text of their own, as {@link #query(JdbcQuery)} was told.
   */
  @Nullable JdbcQuery query() {
    return query;
  }

  void query(JdbcQuery known) {
    query = known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ConnectionTarget)) {
      return false;
    }
    ConnectionTarget that = (ConnectionTarget) other;
    return system == that.system
        && port == that.port
        && Objects.equals(host, that.host)
        && Objects.equals(namespace, that.namespace);
  }

  @Override
  public int hashCode() {
    return (system.hashCode() * 31 + port) * 31
        + Objects.hashCode(host) * 17
        + Objects.hashCode(namespace);
  }

  @Override
  public String toString() {
    return system.systemName() + ' ' + host + ':' + port + ' ' + namespace;
  }
}
