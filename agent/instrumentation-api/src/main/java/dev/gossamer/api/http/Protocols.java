package dev.gossamer.api.http;

import org.jspecify.annotations.Nullable;

/**
 * The protocol's version as conventions write it: {@code HTTP/1.1} is 1.1, {@code HTTP/2.0} is 2.
 */
final class Protocols {
  private Protocols() {}

  static @Nullable String version(@Nullable String protocol) {
    if (protocol == null) {
      return null;
    }
    switch (protocol) {
      case "HTTP/1.1":
        return "1.1";
      case "HTTP/1.0":
        return "1.0";
      case "HTTP/2.0":
      case "HTTP/2":
        return "2";
      case "HTTP/3.0":
      case "HTTP/3":
        return "3";
      default:
        return null;
    }
  }
}
