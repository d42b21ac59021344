package dev.gossamer.telemetry.transport;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configured headers, asked for anew for each attempt (a supplier may renew tokens), without
 * those that would break the request. Not thread-safe.
 */
final class RequestHeaders {

  /** Takes one header at a time. */
  interface Sink {

    /**
     * @param name as configured
     * @param lowerCase the same in lower case
     * @param value free of control characters
     */
    void header(String name, String lowerCase, String value);
  }

  private static final String[] OWN = {
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "grpc-accept-encoding",
    "grpc-encoding",
    "grpc-timeout",
    "http2-settings",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade"
  };

  private final Supplier<Map<String, List<String>>> supplier;
  private final TransportListener listener;
  private final Set<String> own = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  RequestHeaders(Supplier<Map<String, List<String>>> supplier, TransportListener listener) {
    this.supplier = supplier;
    this.listener = listener;
    Collections.addAll(own, OWN);
  }

  void forEach(Sink sink) {
    Map<String, List<String>> headers = supplier.get();
    if (headers == null) {
      return;
    }
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey();
      if (name == null || !isToken(name)) {
        tell(String.valueOf(name), "the name has characters that no header name may have");
        continue;
      }
      String lowerCase = name.toLowerCase(Locale.ROOT);
      if (own.contains(lowerCase)) {
        // The SDK's builder itself sets the content type in some versions: nothing worth a line.
        if (!lowerCase.equals("content-type")) {
          tell(name, "the exporter sets it itself");
        }
        continue;
      }
      for (String value : header.getValue()) {
        if (isValue(value)) {
          sink.header(name, lowerCase, value);
        } else {
          tell(name, "the value has a control character, a line break maybe");
        }
        if (lowerCase.equals("user-agent") || lowerCase.equals("host")) {
          break;
        }
      }
    }
  }

  private void tell(String name, String reason) {
    if (told.size() < 100 && told.add(name)) {
      listener.onUnusableHeader(
          "OTLP header "
              + printable(name)
              + " is not sent: "
              + reason
              + "; mend it in OTEL_EXPORTER_OTLP_HEADERS");
    }
  }

  /** RFC 9110, 5.6.2. */
  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isValue(@Nullable String value) {
    if (value == null) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 100); i++) {
      char c = name.charAt(i);
      shown.append(c < ' ' || c > '~' ? '?' : c);
    }
    return shown.toString();
  }
}
