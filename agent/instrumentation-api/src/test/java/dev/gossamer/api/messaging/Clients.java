package dev.gossamer.api.messaging;

import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Knows clients and nothing of messages. */
final class Clients implements MessagingAdapter<String, String> {
  @Override
  public @Nullable String destination(String message) {
    return null;
  }

  @Override
  public int partition(String message) {
    return -1;
  }

  @Override
  public long offset(String message) {
    return -1;
  }

  @Override
  public @Nullable String key(String message) {
    return null;
  }

  @Override
  public boolean isTombstone(String message) {
    return false;
  }

  @Override
  public boolean hasHeaders(String message) {
    return false;
  }

  @Override
  public Iterator<String> headers(String message, String name) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<String> headerNames(String message) {
    return Collections.emptyIterator();
  }

  @Override
  public @Nullable String clientId(String client) {
    return client.split(" ")[0];
  }

  @Override
  public @Nullable String consumerGroup(String client) {
    String[] parts = client.split(" ");
    return parts.length > 1 ? parts[1] : null;
  }

  @Override
  public @Nullable String serverAddress(String client) {
    return null;
  }

  @Override
  public int serverPort(String client) {
    return 0;
  }
}
