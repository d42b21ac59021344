package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * The host and port at the start of a list of hosts. Where the text does not read as a host, there
 * is none: it could be part of a password.
 */
final class HostPort {
  private static final HostPort NONE = new HostPort(null, DatabaseSystem.NO_PORT);
  static final String LOCALHOST = "localhost";

  private static final int MAX_HOST_LENGTH = 255;

  final @Nullable String host;

  /** {@link DatabaseSystem#NO_PORT}: not given. */
  final int port;

  private HostPort(@Nullable String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Reads {@code [user[:password]@]host[:port][,...]}, an IPv6 address in brackets or bare, {@code
   * address=(host=...)(port=...)} and {@code (host=...,port=...)}.
   */
  static HostPort first(String authority) {
    String text = authority;
    if (text.startsWith("(") || UrlText.startsWithIgnoreCase(text, "address=")) {
      return keyed(text);
    }
    int comma = text.indexOf(',');
    int at = text.lastIndexOf('@', comma < 0 ? text.length() : comma);
    if (at < 0) {
      // A comma in the credentials.
      at = text.lastIndexOf('@');
    }
    text = text.substring(at + 1);
    if (text.startsWith("(")) {
      return keyed(text);
    }
    int separator = text.indexOf(',');
    if (text.startsWith("[") && separator >= 0 && separator < text.indexOf(']')) {
      // A list in brackets.
      text = text.substring(1);
    }
    return single(text.substring(0, UrlText.indexOfAny(text, ",", 0)));
  }

  private static HostPort keyed(String text) {
    String host = UrlText.parameter(text, "host", "(),");
    String port = UrlText.parameter(text, "port", "(),");
    return of(host, port);
  }

  /** Reads one {@code host[:port]}. */
  static HostPort single(String text) {
    if (text.startsWith(":")) {
      return of(LOCALHOST, text.substring(1));
    }
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0) {
        return NONE;
      }
      String behind = text.substring(close + 1);
      return of(text.substring(1, close), behind.startsWith(":") ? behind.substring(1) : null);
    }
    int colon = text.indexOf(':');
    if (colon < 0 || (text.indexOf(':', colon + 1) >= 0 && isHost(text, true))) {
      return of(text, null);
    }
    return of(text.substring(0, colon), text.substring(colon + 1));
  }

  private static HostPort of(@Nullable String host, @Nullable String port) {
    if (host == null || !isHost(host, host.indexOf(':') >= 0)) {
      return NONE;
    }
    if (port == null || port.isEmpty()) {
      return new HostPort(host, DatabaseSystem.NO_PORT);
    }
    int number = UrlText.port(port);
    return number == DatabaseSystem.NO_PORT ? NONE : new HostPort(host, number);
  }

  private static boolean isHost(String text, boolean ipv6) {
    if (text.isEmpty() || text.length() > MAX_HOST_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ipv6 ? !isAddressPart(c, i, text) : !isNamePart(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  /** Hexadecimal groups; behind {@code %} the name of an interface. */
  private static boolean isAddressPart(char c, int index, String text) {
    int zone = text.indexOf('%');
    if (zone >= 0 && index > zone) {
      return isNamePart(c);
    }
    return c == ':' || c == '.' || c == '%' || Character.digit(c, 16) >= 0;
  }
}
