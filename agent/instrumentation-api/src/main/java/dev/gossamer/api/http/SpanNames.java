package dev.gossamer.api.http;

import org.jspecify.annotations.Nullable;

/**
 * {@code {method} {route}}, written once for each pair as long as there are not too many. A table
 * without locks whose entries replace each other: a race costs a string. Thread-safe.
 */
final class SpanNames {
  private static final int SIZE = 256;

  private final @Nullable Entry[] entries = new @Nullable Entry[SIZE];

  /** The name of a span. */
  String of(String method, String route) {
    int slot = (31 * route.hashCode() + method.hashCode()) & (SIZE - 1);
    Entry entry = entries[slot];
    if (entry == null || !entry.route.equals(route) || !entry.method.equals(method)) {
      entry = new Entry(method, route);
      entries[slot] = entry;
    }
    return entry.name;
  }

  /** Final fields: seen whole by whoever sees it. */
  private static final class Entry {
    final String method;
    final String route;
    final String name;

    Entry(String method, String route) {
      this.method = method;
      this.route = route;
      name = method + ' ' + route;
    }
  }
}
