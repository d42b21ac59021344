package dev.gossamer.api.http;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Names and values of the HTTP conventions before they were stable (semantic conventions 1.20),
 * where they differ. Loaded for {@code OTEL_SEMCONV_STABILITY_OPT_IN=http/dup} only.
 */
final class LegacyHttpAttributes {
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.method");
  static final AttributeKey<Long> STATUS_CODE = AttributeKey.longKey("http.status_code");
  static final AttributeKey<String> URL = AttributeKey.stringKey("http.url");
  static final AttributeKey<String> TARGET = AttributeKey.stringKey("http.target");
  static final AttributeKey<String> SCHEME = AttributeKey.stringKey("http.scheme");
  static final AttributeKey<String> CLIENT_IP = AttributeKey.stringKey("http.client_ip");
  static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.resend_count");
  static final AttributeKey<Long> REQUEST_LENGTH =
      AttributeKey.longKey("http.request_content_length");
  static final AttributeKey<Long> RESPONSE_LENGTH =
      AttributeKey.longKey("http.response_content_length");
  static final AttributeKey<String> HOST_NAME = AttributeKey.stringKey("net.host.name");
  static final AttributeKey<Long> HOST_PORT = AttributeKey.longKey("net.host.port");
  static final AttributeKey<String> PEER_NAME = AttributeKey.stringKey("net.peer.name");
  static final AttributeKey<Long> PEER_PORT = AttributeKey.longKey("net.peer.port");
  static final AttributeKey<String> SOCKET_PEER_ADDRESS =
      AttributeKey.stringKey("net.sock.peer.addr");
  static final AttributeKey<Long> SOCKET_PEER_PORT = AttributeKey.longKey("net.sock.peer.port");
  static final AttributeKey<String> PROTOCOL_NAME = AttributeKey.stringKey("net.protocol.name");
  static final AttributeKey<String> PROTOCOL_VERSION =
      AttributeKey.stringKey("net.protocol.version");

  /** Value of {@link #PROTOCOL_NAME}. */
  static final String HTTP = "http";

  private LegacyHttpAttributes() {}

  /** The protocol's version as it stood in the protocol: 2 was 2.0. */
  static @Nullable String version(@Nullable String version) {
    if (version == null) {
      return null;
    }
    return version.equals("2") || version.equals("3") ? version + ".0" : version;
  }

  /** The number in the first of a header's values, negative when there is none. */
  static long length(Iterator<String> contentLengths) {
    return contentLengths.hasNext() ? length(contentLengths.next()) : -1;
  }

  /** The number in a header, negative when there is none: a header is anything a client sent. */
  static long length(@Nullable String contentLength) {
    String digits = contentLength == null ? "" : contentLength.trim();
    if (digits.isEmpty() || digits.length() > 18) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      length = length * 10 + digit;
    }
    return length;
  }
}
