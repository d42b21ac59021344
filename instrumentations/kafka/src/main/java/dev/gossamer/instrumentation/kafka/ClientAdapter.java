package dev.gossamer.instrumentation.kafka;

import dev.gossamer.api.messaging.MessagingAdapter;
import org.jspecify.annotations.Nullable;

/** What producer and consumer answer alike: about the client. */
abstract class ClientAdapter<R> implements MessagingAdapter<R, Client> {
  @Override
  public final @Nullable String clientId(Client client) {
    return client.id;
  }

  @Override
  public final @Nullable String consumerGroup(Client client) {
    return client.group;
  }

  @Override
  public final @Nullable String serverAddress(Client client) {
    return client.host;
  }

  @Override
  public final int serverPort(Client client) {
    return client.port;
  }
}
