package dev.gossamer.telemetry.transport;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a sender connects to, taken apart once. */
final class Endpoint {

  final boolean tls;

  /** A name or an address, an IPv6 address without its brackets. */
  final String host;

  final int port;

  /** Starts with a slash; carries the query, if any. */
  final String path;

  /** What {@code Host} and {@code :authority} say: the port only where it isn't the default. */
  final String authority;

  private Endpoint(boolean tls, String host, int port, String path) {
    this.tls = tls;
    this.host = host;
    this.port = port;
    this.path = path;
    int zone = host.indexOf('%');
    String shown = zone < 0 ? host : host.substring(0, zone);
    String bracketed = shown.indexOf(':') >= 0 ? "[" + shown + "]" : shown;
    this.authority = port == (tls ? 443 : 80) ? bracketed : bracketed + ":" + port;
  }

  /**
   * Reads the authority itself, since {@link URI#getHost()} knows no name with an underscore, which
   * container networks are full of. Port defaults to 80 or 443.
   *
   * @throws IllegalArgumentException without a host, or with an impossible port
   */
  static Endpoint of(URI uri) {
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw invalid(uri, "no host");
    }
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int hostEnd;
    String host;
    if (authority.startsWith("[")) {
      hostEnd = authority.indexOf(']') + 1;
      if (hostEnd == 0) {
        throw invalid(uri, "a bracket is not closed");
      }
      String literal = authority.substring(1, hostEnd - 1);
      int zone = literal.indexOf("%25");
      host = zone < 0 ? literal : literal.substring(0, zone) + "%" + literal.substring(zone + 3);
    } else {
      int colon = authority.lastIndexOf(':');
      hostEnd = colon < 0 ? authority.length() : colon;
      host = authority.substring(0, hostEnd);
    }
    if (host.isEmpty()) {
      throw invalid(uri, "no host");
    }
    String rest = authority.substring(hostEnd);
    int port = tls ? 443 : 80;
    if (rest.length() > 1) {
      port = parsePort(rest.substring(1));
      if (rest.charAt(0) != ':' || port < 1) {
        throw invalid(uri, "the port is not a number from 1 to 65535");
      }
    }
    return new Endpoint(tls, host, port, pathOf(uri));
  }

  /** The same place with another path. */
  Endpoint withPath(String other) {
    return new Endpoint(tls, host, port, other);
  }

  private static String pathOf(URI uri) {
    @Nullable String path = uri.getRawPath();
    String start = path == null || path.isEmpty() ? "/" : path;
    return uri.getRawQuery() == null ? start : start + "?" + uri.getRawQuery();
  }

  private static int parsePort(String text) {
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = port * 10 + (c - '0');
      if (port > 65535) {
        return -1;
      }
    }
    return port;
  }

  private static IllegalArgumentException invalid(URI uri, String reason) {
    return new IllegalArgumentException("endpoint " + uri + ": " + reason);
  }

  String url() {
    return (tls ? "https://" : "http://") + authority + path;
  }

  /** {@code host:port}, for messages. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
