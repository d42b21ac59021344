package dev.gossamer.api.messaging;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a messaging library answers about a message and about the client that handles it.
 * Implementations are stateless and only read; null and negative numbers mean "not known".
 *
 * @param <M> the library's message
 * @param <C> what is known of the client
 */
public interface MessagingAdapter<M, C> {
  /** The topic or queue. */
  @Nullable String destination(M message);

  /** The partition of the topic. */
  int partition(M message);

  /** The message's offset in its partition. */
  long offset(M message);

  /** The message's key where it has a text form. */
  @Nullable String key(M message);

  /** Whether the message deletes its key: it has no value. */
  boolean isTombstone(M message);

  /** Whether the message has any header: without one, nobody looks for a context in them. */
  boolean hasHeaders(M message);

  /** All values of a message header; empty when it is absent. */
  Iterator<String> headers(M message, String name);

  /** The names of all message headers. */
  Iterator<String> headerNames(M message);

  /** The name by which the client is known to the broker. */
  @Nullable String clientId(C client);

  /** The consumer's group. */
  @Nullable String consumerGroup(C client);

  /** The broker's host, where there is but one. */
  @Nullable String serverAddress(C client);

  /** The broker's port. */
  int serverPort(C client);
}
