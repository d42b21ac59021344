package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.ObjectState;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** What is known of a producer or consumer. Immutable. */
final class Client {
  /** On producers and consumers, and on the records that a consumer polled. */
  static final ObjectState<Object, Client> CLIENTS = new ObjectState<>();

  static final Client UNKNOWN = new Client(null, null, null, 0, true);

  final @Nullable String id;
  final @Nullable String group;
  final @Nullable String host;
  final int port;

  /** Whether who iterates over polled records processes them. */
  final boolean processes;

  /** Stands for the client where an object of the application's loader must not be held. */
  final Object token = new Object();

  private Client(
      @Nullable String id,
      @Nullable String group,
      @Nullable String host,
      int port,
      boolean processes) {
    this.id = id;
    this.group = group;
    this.host = host;
    this.port = port;
    this.processes = processes;
  }

  /**
   * Reads a configuration.
   *
   * @param config an {@link AbstractConfig}, or the map that old producers take apart themselves
   */
  static Client of(Object config, boolean processes) {
    Map<?, ?> values =
        config instanceof AbstractConfig ? ((AbstractConfig) config).values() : (Map<?, ?>) config;
    String server = only(values.get("bootstrap.servers"));
    int colon = server == null ? -1 : server.lastIndexOf(':');
    return new Client(
        text(values.get("client.id")),
        text(values.get("group.id")),
        server == null || colon <= 0 ? null : host(server, colon),
        server == null || colon <= 0 ? 0 : port(server, colon + 1),
        processes);
  }

  /** The one server; of several, each is where to ask, not where a message goes. */
  private static @Nullable String only(@Nullable Object servers) {
    if (servers instanceof Collection) {
      Collection<?> all = (Collection<?>) servers;
      return all.size() == 1 ? text(all.iterator().next()) : null;
    }
    String server = text(servers);
    return server == null || server.indexOf(',') >= 0 ? null : server.trim();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String ? (String) value : null;
  }

  /**
   * The host, without the protocol that may stand before it and the brackets of an IPv6 address.
   */
  private static String host(String server, int colon) {
    int protocol = server.lastIndexOf("://", colon - 1);
    int start = protocol < 0 ? 0 : protocol + 3;
    boolean brackets =
        colon - start > 2 && server.charAt(start) == '[' && server.charAt(colon - 1) == ']';
    return brackets ? server.substring(start + 1, colon - 1) : server.substring(start, colon);
  }

  private static int port(String server, int start) {
    try {
      return Integer.parseInt(server.substring(start));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
