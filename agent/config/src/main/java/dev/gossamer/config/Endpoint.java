package dev.gossamer.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The URL of a collector, mended where what is meant is plain. Immutable. */
final class Endpoint {
  private static final String VALID = "a URL such as http://localhost:4318";

  private final String scheme;
  private final String authority;
  private final String path;
  private final int port;

  private Endpoint(String scheme, String authority, String path, int port) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = path;
    this.port = port;
  }

  /**
   * The endpoint that the user set, or null when there is none that can be used; a line says what
   * is wrong with it and what is used instead.
   */
  static @Nullable Endpoint of(Settings settings, Setting setting, boolean insecure) {
    String text = settings.isSet(setting) ? settings.text(setting) : null;
    if (text == null) {
      return null;
    }
    String reference = Pairs.reference(text);
    if (reference != null) {
      settings.complain(
          setting, VALID + "; " + reference + " was never replaced", setting.byDefault());
      return null;
    }
    String problem = null;
    String scheme = insecure ? "http" : "https";
    String rest = text;
    int colon = text.indexOf("://");
    if (colon < 0) {
      problem = "a scheme (http:// or https://) in front";
    } else {
      String given = Setting.nameOf(text.substring(0, colon));
      rest = text.substring(colon + 3);
      if (given.equals("HTTPS") || given.equals("HTTP")) {
        scheme = given.equals("HTTPS") ? "https" : "http";
      } else if (given.equals("GRPC") || given.equals("GRPCS")) {
        scheme = given.equals("GRPCS") ? "https" : "http";
        problem = "http:// or https:// in front, also for gRPC";
      } else {
        rest = "";
      }
    }
    int end = endOfAuthority(rest);
    String authority = rest.substring(0, end);
    String path = rest.substring(end);
    String mended = bracketed(authority);
    if (!mended.equals(authority)) {
      problem = "an IPv6 address in brackets";
    }
    int port = port(mended);
    if (port < 0 || !isUri(scheme + "://" + mended + path)) {
      settings.complain(setting, VALID, setting.byDefault());
      return null;
    }
    Endpoint endpoint = new Endpoint(scheme, mended, path, port);
    if (problem != null) {
      settings.complain(setting, problem, withoutUser(endpoint.url()));
    }
    return endpoint;
  }

  /** The port, also where the scheme says it. */
  int port() {
    return port == 0 ? (scheme.equals("https") ? 443 : 80) : port;
  }

  /** Whether it names a host, and no place on it. */
  boolean isRoot() {
    return path.isEmpty() || path.equals("/");
  }

  /** As the user gave it. */
  String url() {
    return scheme + "://" + authority + path;
  }

  /** With this added to the path, whether or not that ends in a slash. */
  String urlWith(String added) {
    int query = path.indexOf('?');
    String before = query < 0 ? path : path.substring(0, query);
    String slash = before.endsWith("/") ? "" : "/";
    return scheme
        + "://"
        + authority
        + before
        + slash
        + added
        + (query < 0 ? "" : path.substring(query));
  }

  /** The URL without what stands before an {@code @} in its authority. */
  static String withoutUser(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int at = url.lastIndexOf('@', start + endOfAuthority(url.substring(start)));
    return at < start ? url : url.substring(0, start) + url.substring(at + 1);
  }

  private static int endOfAuthority(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return rest.length();
  }

  /**
   * Puts brackets around a bare IPv6 address. What follows its last colon is the port if it could
   * be one and what is left could be an address.
   */
  private static String bracketed(String authority) {
    int first = authority.indexOf(':');
    int last = authority.lastIndexOf(':');
    if (first == last || authority.indexOf('[') >= 0 || authority.indexOf('@') >= 0) {
      return authority;
    }
    String address = authority.substring(0, last);
    long port = Parsing.number(authority.substring(last + 1));
    int groups = 1;
    for (int i = 0; i < address.length(); i++) {
      groups += address.charAt(i) == ':' ? 1 : 0;
    }
    boolean whole = address.contains("::") ? !address.endsWith(":") : groups == 8;
    return port >= 80 && port <= 65535 && whole
        ? "[" + address + "]:" + (int) port
        : "[" + authority + "]";
  }

  /** The port that stands there, 0 for none, -1 when there is no host or no possible port. */
  private static int port(String authority) {
    String place = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = place.lastIndexOf(']');
    int colon = place.indexOf(':', bracket + 1);
    String host = colon < 0 ? place : place.substring(0, colon);
    if (host.isEmpty() || bracket >= 0 && (host.charAt(0) != '[' || !host.endsWith("]"))) {
      return -1;
    }
    if (colon < 0 || colon == place.length() - 1) {
      return 0;
    }
    long port = Parsing.number(place.substring(colon + 1));
    return port >= 1 && port <= 65535 ? (int) port : -1;
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
