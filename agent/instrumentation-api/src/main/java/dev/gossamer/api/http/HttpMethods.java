package dev.gossamer.api.http;

import dev.gossamer.config.HttpOptions;
import dev.gossamer.config.Settings;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods whose names may stand in span names; any other would let callers choose them. {@code
 * OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS} replaces the list (semantic conventions, {@code
 * http.request.method}).
 */
final class HttpMethods {
  static final String OTHER = "_OTHER";

  private static final Set<String> KNOWN =
      new HashSet<>(HttpOptions.from(Settings.current()).knownMethods());

  /** Servers hand out one object for each method, and nearly all requests have the same. */
  private static @Nullable String lastKnown;

  private HttpMethods() {}

  static boolean isKnown(@Nullable String method) {
    if (method == null) {
      return false;
    }
    if (method == lastKnown) {
      return true;
    }
    boolean known = KNOWN.contains(method);
    if (known) {
      lastKnown = method;
    }
    return known;
  }

  /** What stands for the method in a span's name. */
  static String inName(@Nullable String method) {
    return method != null && isKnown(method) ? method : "HTTP";
  }
}
