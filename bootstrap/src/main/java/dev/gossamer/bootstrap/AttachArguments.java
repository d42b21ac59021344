package dev.gossamer.bootstrap;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over when the agent is attached: settings as {@code name=value&name=value}, each
 * part URL-encoded, so that whatever is in them passes the JVM's own ways unchanged.
 */
public final class AttachArguments {
  private static final String[] PREFIXES = {"otel.", "OTEL_", "gossamer.", "GOSSAMER_"};
  private static final String UTF_8 = "UTF-8";

  private AttachArguments() {}

  /** Whether a name is one of the agent's settings: nothing else of the application is set. */
  public static boolean isSetting(String name) {
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes what {@link #read} reads: printable ASCII without blanks.
   *
   * @throws UnsupportedEncodingException never: every JVM has UTF-8
   */
  public static String write(Map<String, String> pairs) throws UnsupportedEncodingException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      text.append(text.length() == 0 ? "" : "&")
          .append(URLEncoder.encode(pair.getKey(), UTF_8))
          .append('=')
          .append(URLEncoder.encode(pair.getValue(), UTF_8));
    }
    return text.toString();
  }

  /** Total: what is no pair is left out. */
  static Map<String, String> read(@Nullable String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&")) {
        int end = pair.indexOf('=');
        if (end > 0) {
          pairs.put(decoded(pair.substring(0, end)), decoded(pair.substring(end + 1)));
        }
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return text;
    }
  }
}
