package dev.gossamer.benchmarks.hot;

import dev.gossamer.api.messaging.MessagingAdapter;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers at once, so that what is measured is the family's. A message is its key. */
final class FakeMessages implements MessagingAdapter<String, String> {
  @Override
  public String destination(String message) {
    return "orders";
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
  public String key(String message) {
    return message;
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
  public String clientId(String client) {
    return client;
  }

  @Override
  public @Nullable String consumerGroup(String client) {
    return null;
  }

  @Override
  public String serverAddress(String client) {
    return "broker.example";
  }

  @Override
  public int serverPort(String client) {
    return 9092;
  }
}
