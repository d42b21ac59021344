package dev.gossamer.api.http;

import dev.gossamer.config.Settings;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods whose names may stand in span names; any other would let callers choose them.
 * {@code OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS} replaces the list (semantic conventions, {@code
 * http.request.method}).
 */
final class HttpMethods {
  static final String OTHER = "_OTHER";

  private static final Set<String> KNOWN = new HashSet<>();

  static {
    String configured = Settings.current().get("otel.instrumentation.http.known-methods");
    String list =
        configured == null
            ? "CONNECT,DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,QUERY,TRACE"
            : configured;
    int start = 0;
    while (start <= list.length()) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      String method = list.substring(start, end).trim();
      if (!method.isEmpty()) {
        KNOWN.add(method);
      }
      start = end + 1;
    }
  }

  private HttpMethods() {}

  static boolean isKnown(@Nullable String method) {
    return method != null && KNOWN.contains(method);
  }

  /** What stands for the method in a span's name. */
  static String inName(@Nullable String method) {
    return method != null && isKnown(method) ? method : "HTTP";
  }
}
