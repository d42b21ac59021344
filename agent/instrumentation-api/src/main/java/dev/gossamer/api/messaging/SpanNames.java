package dev.gossamer.api.messaging;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The span names of one operation, each made once. Thread-safe. */
final class SpanNames {
  /** Destinations whose names are kept; an application with more makes the rest anew each time. */
  private static final int MOST = 1000;

  private final String operation;
  private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();

  SpanNames(String operation) {
    this.operation = operation;
  }

  String operation() {
    return operation;
  }

  /** The operation and its destination. */
  String of(@Nullable String destination) {
    if (destination == null) {
      return operation;
    }
    String name = names.get(destination);
    if (name == null) {
      name = operation + ' ' + destination;
      if (names.size() < MOST) {
        names.put(destination, name);
      }
    }
    return name;
  }
}
