package dev.gossamer.api.http;

import org.jspecify.annotations.Nullable;

/**
 * A {@code host[:port]} as text, taken apart. Immutable: nearly all requests of a process name the
 * same one, so whoever takes them apart keeps the last and asks it first.
 */
final class Authority {
  static final Authority NONE = new Authority("", null, 0);

  private final String text;

  /** IPv6 without brackets; null when there is none. */
  final @Nullable String host;

  /** 0 when there is none. */
  final int port;

  private Authority(String text, @Nullable String host, int port) {
    this.text = text;
    this.host = host;
    this.port = port;
  }

  static Authority of(String text) {
    return new Authority(text, Urls.hostOf(text), Urls.portOf(text));
  }

  /** Of what a server knows in parts; the port is 0 or less when it is not known. */
  static Authority of(String host, int port) {
    String text = host.indexOf(':') < 0 ? host : '[' + host + ']';
    return port > 0 ? new Authority(text + ':' + port, host, port) : new Authority(text, host, 0);
  }

  /** Whether these are its parts. */
  boolean is(String itsHost, int itsPort) {
    return port == Math.max(0, itsPort) && itsHost.equals(host);
  }

  /** Whether this is what stands there. */
  boolean isAt(String whole, int start, int end) {
    return end - start == text.length() && whole.startsWith(text, start);
  }
}
