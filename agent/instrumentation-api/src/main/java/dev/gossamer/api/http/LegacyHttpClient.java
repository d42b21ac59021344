package dev.gossamer.api.http;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What client spans and metrics say by the names before the stable ones, beside what they say
 * anyway ({@link LegacyHttpAttributes}). Thread-safe.
 */
final class LegacyHttpClient {
  private final @Nullable RequestDurations durations;

  LegacyHttpClient(String instrumentation) {
    durations =
        RequestDurations.inMillis(
            instrumentation,
            "http.client.duration",
            "Measures the duration of outbound HTTP requests.");
  }

  /**
   * Describes a request that is about to be sent.
   *
   * @param url as the library has it
   * @param server where that leads
   */
  <Q> void begin(
      SpanBuilder span,
      HttpClientAdapter<Q, ?> adapter,
      Q request,
      @Nullable String url,
      Authority server,
      int resendCount) {
    String method = adapter.method(request);
    if (method != null) {
      span.setAttribute(LegacyHttpAttributes.METHOD, method);
    }
    if (url != null) {
      span.setAttribute(LegacyHttpAttributes.URL, Urls.redacted(url));
    }
    if (server.host != null) {
      span.setAttribute(LegacyHttpAttributes.PEER_NAME, server.host);
      int port = port(server, url);
      if (port > 0) {
        span.setAttribute(LegacyHttpAttributes.PEER_PORT, port);
      }
    }
    if (resendCount > 0) {
      span.setAttribute(LegacyHttpAttributes.RESEND_COUNT, resendCount);
    }
    // Stable spans of clients have it on request only.
    Iterator<String> userAgent = adapter.headers(request, "user-agent");
    if (userAgent.hasNext()) {
      span.setAttribute(HttpAttributes.USER_AGENT, userAgent.next());
    }
    // Some libraries deny a look at a request's headers once it is sent.
    long length = LegacyHttpAttributes.length(adapter.headers(request, "content-length"));
    if (length >= 0) {
      span.setAttribute(LegacyHttpAttributes.REQUEST_LENGTH, length);
    }
  }

  /** The port was left out where the scheme implies it. */
  private static int port(Authority server, @Nullable String url) {
    return url == null || server.port == Urls.defaultPortOf(url) ? 0 : server.port;
  }

  /** Describes the answer to a request. */
  <Q, S> void end(
      Span span,
      HttpClientAdapter<Q, S> adapter,
      Q request,
      @Nullable S response,
      int status,
      @Nullable String version) {
    if (status > 0) {
      span.setAttribute(LegacyHttpAttributes.STATUS_CODE, status);
      span.setAttribute(LegacyHttpAttributes.PROTOCOL_NAME, LegacyHttpAttributes.HTTP);
    }
    if (version != null) {
      span.setAttribute(
          LegacyHttpAttributes.PROTOCOL_VERSION, LegacyHttpAttributes.version(version));
    }
    long length =
        LegacyHttpAttributes.length(adapter.responseHeaders(request, response, "content-length"));
    if (length >= 0) {
      span.setAttribute(LegacyHttpAttributes.RESPONSE_LENGTH, length);
    }
  }

  /** Records the duration of a request that ends now. */
  void record(
      HttpClientSpan client,
      @Nullable String method,
      @Nullable String url,
      Authority server,
      int status,
      @Nullable String version) {
    if (durations == null) {
      return;
    }
    AttributesBuilder measured = Attributes.builder();
    if (method != null) {
      measured.put(LegacyHttpAttributes.METHOD, method);
    }
    if (server.host != null) {
      measured.put(LegacyHttpAttributes.PEER_NAME, server.host);
      int port = port(server, url);
      if (port > 0) {
        measured.put(LegacyHttpAttributes.PEER_PORT, (long) port);
      }
    }
    if (status > 0) {
      measured.put(LegacyHttpAttributes.STATUS_CODE, (long) status);
      measured.put(LegacyHttpAttributes.PROTOCOL_NAME, LegacyHttpAttributes.HTTP);
    }
    if (version != null) {
      measured.put(LegacyHttpAttributes.PROTOCOL_VERSION, LegacyHttpAttributes.version(version));
    }
    durations.record(client.startNanos, measured.build(), client.context());
  }
}
