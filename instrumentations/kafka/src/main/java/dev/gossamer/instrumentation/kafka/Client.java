package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.ObjectState;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** What is known of a producer or consumer. Immutable. */
final class Client {
  /** On producers and consumers, and on the records that a consumer polled. */
  static final ObjectState<Object, Client> CLIENTS = new ObjectState<>();

  static final Client UNKNOWN = new Client(null, null, null, 0);

  final @Nullable String id;
  final @Nullable String group;
  final @Nullable String host;
  final int port;

  private Client(@Nullable String id, @Nullable String group, @Nullable String host, int port) {
    this.id = id;
    this.group = group;
    this.host = host;
    this.port = port;
  }

  static Client of(AbstractConfig config) {
    Object servers = config.values().get("bootstrap.servers");
    String server = null;
    if (servers instanceof List && ((List<?>) servers).size() == 1) {
      server = String.valueOf(((List<?>) servers).get(0));
    }
    int colon = server == null ? -1 : server.lastIndexOf(':');
    // A list of brokers is where to ask, not where a message goes.
    return new Client(
        text(config, "client.id"),
        text(config, "group.id"),
        server == null || colon <= 0 ? null : server.substring(0, colon),
        server == null || colon <= 0 ? 0 : port(server, colon + 1));
  }

  private static @Nullable String text(AbstractConfig config, String name) {
    Object value = config.values().get(name);
    return value instanceof String ? (String) value : null;
  }

  private static int port(String server, int start) {
    try {
      return Integer.parseInt(server.substring(start));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
