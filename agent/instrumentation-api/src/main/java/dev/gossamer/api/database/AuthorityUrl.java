package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/** The usual form: {@code //hosts/path?parameters} or {@code //hosts/path;parameters}. */
final class AuthorityUrl {
  final HostPort hostPort;

  /** Decoded, without the slash before it; empty when there is none. */
  final String path;

  /** Everything from the first question mark, semicolon or number sign on. */
  final String parameters;

  private AuthorityUrl(HostPort hostPort, String path, String parameters) {
    this.hostPort = hostPort;
    this.path = path;
    this.parameters = parameters;
  }

  /**
   * Parses what follows the sub-protocol. Words between that and the slashes ({@code
   * loadbalance://}) are passed over. Returns null when there are no slashes.
   */
  static @Nullable AuthorityUrl parse(String rest) {
    int slashes = rest.indexOf("//");
    if (slashes < 0 || UrlText.indexOfAny(rest, "?;@", 0) < slashes) {
      return null;
    }
    int start = behindNestedScheme(rest, slashes + 2);
    int end = authorityEnd(rest, start);
    int at = rest.lastIndexOf('@', UrlText.indexOfAny(rest, "?;=", end));
    if (at > end) {
      // A slash in the password.
      start = at + 1;
      end = authorityEnd(rest, start);
    }
    HostPort hostPort = HostPort.first(rest.substring(start, end));
    int parameters = UrlText.indexOfAny(rest, "?;#", end);
    String path = end < parameters ? UrlText.decode(rest.substring(end + 1, parameters)) : "";
    return new AuthorityUrl(hostPort, path, rest.substring(parameters));
  }

  /** Passes over the scheme of {@code //https://host}. */
  private static int behindNestedScheme(String text, int start) {
    int i = start;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i > start && text.startsWith("://", i) ? i + "://".length() : start;
  }

  private static int authorityEnd(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth <= 0 && (c == '/' || c == '?' || c == ';' || c == '#')) {
        return i;
      }
    }
    return text.length();
  }

  @Nullable String parameter(String key) {
    return UrlText.parameter(parameters, key, "?&;#");
  }

  @Nullable String decodedParameter(String key) {
    String value = parameter(key);
    return value == null ? null : UrlText.decode(value);
  }

  /** Returns a segment of the path, counted from 0; null when it is missing or empty. */
  @Nullable String segment(int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      int slash = path.indexOf('/', start);
      if (slash < 0) {
        return null;
      }
      start = slash + 1;
    }
    int end = UrlText.indexOfAny(path, "/", start);
    return start == end ? null : path.substring(start, end);
  }
}
