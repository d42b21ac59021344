package dev.gossamer.api.http;

import org.jspecify.annotations.Nullable;

/**
 * Reads and cleans URLs as text: an attribute must not fail because a URL is odd, and must not
 * carry credentials. Every function takes any input.
 */
final class Urls {
  /** Query parameters whose values give access (semantic conventions, {@code url.full}). */
  private static final String[] SECRETS = {
    "AWSAccessKeyId",
    "Signature",
    "sig",
    "X-Goog-Signature",
    "X-Amz-Signature",
    "X-Amz-Credential",
    "X-Amz-Security-Token"
  };

  private static final String REDACTED = "REDACTED";

  private Urls() {}

  /** The URL without user info and without the values of secret parameters. */
  static String redacted(String url) {
    String clean = withoutUserInfo(url);
    int question = clean.indexOf('?');
    if (question < 0) {
      return clean;
    }
    int fragment = clean.indexOf('#', question);
    return redactedQuery(clean, question + 1, fragment < 0 ? clean.length() : fragment);
  }

  /** The query without the values of secret parameters; the same object when there are none. */
  static String redactedQuery(String query) {
    return redactedQuery(query, 0, query.length());
  }

  private static String redactedQuery(String text, int from, int to) {
    StringBuilder changed = null;
    int copied = 0;
    int start = from;
    while (start < to) {
      int end = text.indexOf('&', start);
      if (end < 0 || end > to) {
        end = to;
      }
      int value = secretValue(text, start, end);
      if (value >= 0) {
        if (changed == null) {
          changed = new StringBuilder(text.length());
        }
        changed.append(text, copied, value).append(REDACTED);
        copied = end;
      }
      start = end + 1;
    }
    return changed == null ? text : changed.append(text, copied, text.length()).toString();
  }

  /** Where the value starts if the parameter is a secret one; else -1. */
  private static int secretValue(String text, int start, int end) {
    for (String secret : SECRETS) {
      int equals = start + secret.length();
      if (equals < end && text.charAt(equals) == '=' && text.startsWith(secret, start)) {
        return equals + 1;
      }
    }
    return -1;
  }

  private static String withoutUserInfo(String url) {
    int authority = authorityStart(url);
    if (authority < 0) {
      return url;
    }
    int at = url.lastIndexOf('@', authorityEnd(url, authority) - 1);
    if (at < authority) {
      return url;
    }
    int colon = url.indexOf(':', authority);
    boolean password = colon >= 0 && colon < at;
    return url.substring(0, authority)
        + (password ? REDACTED + ":" + REDACTED : REDACTED)
        + url.substring(at);
  }

  /**
   * The host and port of an absolute URL, without user info.
   *
   * @param last returned when it is the same
   */
  static Authority authority(String url, Authority last) {
    int start = hostStart(url);
    if (start < 0) {
      return Authority.NONE;
    }
    int end = authorityEnd(url, start);
    return last.isAt(url, start, end) ? last : Authority.of(url.substring(start, end));
  }

  /** The port that the scheme of an absolute URL implies, 0 if unknown. */
  static int defaultPortOf(String url) {
    if (url.regionMatches(true, 0, "http://", 0, 7)) {
      return 80;
    }
    return url.regionMatches(true, 0, "https://", 0, 8) ? 443 : 0;
  }

  static int defaultPort(@Nullable String scheme) {
    if ("http".equalsIgnoreCase(scheme)) {
      return 80;
    }
    return "https".equalsIgnoreCase(scheme) ? 443 : 0;
  }

  /** The host part of {@code host[:port]}, or null when it is empty. */
  static @Nullable String hostOf(String authority) {
    return hostOf(authority, 0, authority.length());
  }

  /** The port of {@code host[:port]}, 0 when there is none. */
  static int portOf(String authority) {
    return portOf(authority, 0, authority.length());
  }

  private static @Nullable String hostOf(String text, int start, int end) {
    if (start < end && text.charAt(start) == '[') {
      int close = text.indexOf(']', start);
      return close > start + 1 && close < end ? text.substring(start + 1, close) : null;
    }
    int colon = text.indexOf(':', start);
    int stop = colon >= 0 && colon < end ? colon : end;
    return stop > start ? text.substring(start, stop) : null;
  }

  private static int portOf(String text, int start, int end) {
    int from = start;
    if (start < end && text.charAt(start) == '[') {
      from = text.indexOf(']', start);
      if (from < 0) {
        return 0;
      }
    }
    int colon = text.indexOf(':', from);
    if (colon < 0 || colon >= end) {
      return 0;
    }
    int port = 0;
    for (int i = colon + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      port = port * 10 + (c - '0');
      if (port > 65535) {
        return 0;
      }
    }
    return port;
  }

  private static int authorityStart(String url) {
    int slashes = url.indexOf("://");
    return slashes <= 0 ? -1 : slashes + 3;
  }

  private static int authorityEnd(String url, int start) {
    for (int i = start; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return url.length();
  }

  private static int hostStart(String url) {
    int start = authorityStart(url);
    if (start < 0) {
      return -1;
    }
    int at = url.lastIndexOf('@', authorityEnd(url, start) - 1);
    return at >= start ? at + 1 : start;
  }
}
