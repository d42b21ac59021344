package dev.gossamer.api.http;

import org.jspecify.annotations.Nullable;

/**
 * What proxies say of a request: {@code Forwarded} (RFC 7239) before {@code X-Forwarded-*}, the
 * first value of each. Total functions: a header is anything a client sent.
 */
final class Forwarded {
  private Forwarded() {}

  /** The value of a parameter in the first element that has it, unquoted, or null. */
  static @Nullable String parameter(@Nullable String header, String name) {
    if (header == null) {
      return null;
    }
    int at = 0;
    int length = header.length();
    while (at < length) {
      int end = at;
      boolean quoted = false;
      while (end < length) {
        char c = header.charAt(end);
        if (c == '\\' && quoted) {
          end++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == ';' || c == ',')) {
          break;
        }
        end++;
      }
      end = Math.min(end, length);
      int equals = header.indexOf('=', at);
      if (equals >= 0
          && equals < end
          && name.equalsIgnoreCase(header.substring(at, equals).trim())) {
        String value = unquoted(header.substring(equals + 1, end).trim());
        if (!value.isEmpty()) {
          return value;
        }
      }
      at = end + 1;
    }
    return null;
  }

  /** The first of a comma-separated list, or null when there is none. */
  static @Nullable String first(@Nullable String list) {
    if (list == null) {
      return null;
    }
    int comma = list.indexOf(',');
    String first = (comma < 0 ? list : list.substring(0, comma)).trim();
    return first.isEmpty() ? null : first;
  }

  /** An address without its port; IPv6 without brackets. */
  static @Nullable String address(@Nullable String node) {
    if (node == null) {
      return null;
    }
    int colon = node.indexOf(':');
    // More than one colon and no bracket: a bare IPv6 address, which cannot have a port.
    if (node.charAt(0) != '[' && colon >= 0 && node.indexOf(':', colon + 1) > 0) {
      return node;
    }
    return Urls.hostOf(node);
  }

  private static String unquoted(String value) {
    int length = value.length();
    if (length < 2 || value.charAt(0) != '"' || value.charAt(length - 1) != '"') {
      return value;
    }
    StringBuilder plain = new StringBuilder(length);
    for (int i = 1; i < length - 1; i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < length - 1) {
        c = value.charAt(++i);
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
