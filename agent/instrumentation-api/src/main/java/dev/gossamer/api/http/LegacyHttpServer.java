package dev.gossamer.api.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What server spans and metrics say by the names before the stable ones, beside what they say
 * anyway ({@link LegacyHttpAttributes}). Thread-safe.
 */
final class LegacyHttpServer {
  private final @Nullable RequestDurations durations;

  LegacyHttpServer(String instrumentation) {
    durations =
        RequestDurations.inMillis(
            instrumentation,
            "http.server.duration",
            "Measures the duration of inbound HTTP requests.");
  }

  /**
   * Describes a request that begins.
   *
   * @param scheme what proxies or the connection say
   * @param server where the client sent it
   * @param client where proxies say that it came from, or null
   * @return what its metric will say of it; null when nothing reads metrics
   */
  <Q> @Nullable Attributes begin(
      SpanBuilder span,
      HttpServerAdapter<Q, ?> adapter,
      Q request,
      @Nullable String scheme,
      Authority server,
      @Nullable String client) {
    String method = adapter.method(request);
    String version = LegacyHttpAttributes.version(Protocols.version(adapter.protocol(request)));
    // The port was left out where the scheme implies it.
    int port = server.host == null || server.port == Urls.defaultPort(scheme) ? 0 : server.port;
    set(span, LegacyHttpAttributes.METHOD, method);
    set(span, LegacyHttpAttributes.SCHEME, scheme);
    set(span, LegacyHttpAttributes.TARGET, target(adapter.path(request), adapter.query(request)));
    set(span, LegacyHttpAttributes.HOST_NAME, server.host);
    set(span, LegacyHttpAttributes.HOST_PORT, port);
    String peer = adapter.peerAddress(request);
    set(span, LegacyHttpAttributes.CLIENT_IP, client == null ? peer : client);
    if (peer != null) {
      span.setAttribute(LegacyHttpAttributes.SOCKET_PEER_ADDRESS, peer);
      set(span, LegacyHttpAttributes.SOCKET_PEER_PORT, adapter.peerPort(request));
    }
    span.setAttribute(LegacyHttpAttributes.PROTOCOL_NAME, LegacyHttpAttributes.HTTP);
    set(span, LegacyHttpAttributes.PROTOCOL_VERSION, version);
    long length = LegacyHttpAttributes.length(adapter.header(request, "content-length"));
    if (length >= 0) {
      span.setAttribute(LegacyHttpAttributes.REQUEST_LENGTH, length);
    }
    return durations == null ? null : measured(method, scheme, server.host, port, version);
  }

  private static Attributes measured(
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String version) {
    AttributesBuilder measured =
        Attributes.builder().put(LegacyHttpAttributes.PROTOCOL_NAME, LegacyHttpAttributes.HTTP);
    put(measured, LegacyHttpAttributes.METHOD, method);
    put(measured, LegacyHttpAttributes.SCHEME, scheme);
    put(measured, LegacyHttpAttributes.HOST_NAME, host);
    if (port > 0) {
      measured.put(LegacyHttpAttributes.HOST_PORT, (long) port);
    }
    put(measured, LegacyHttpAttributes.PROTOCOL_VERSION, version);
    return measured.build();
  }

  /** The path with the query, from which secrets are taken out as from {@code url.query}. */
  private static @Nullable String target(@Nullable String path, @Nullable String query) {
    if (query == null || query.isEmpty()) {
      return path;
    }
    return (path == null ? "" : path) + '?' + Urls.redactedQuery(query);
  }

  /** Describes the answer to a request. */
  <Q, S> void end(
      Span span, HttpServerAdapter<Q, S> adapter, Q request, @Nullable S response, int status) {
    if (status > 0) {
      span.setAttribute(LegacyHttpAttributes.STATUS_CODE, status);
    }
    long length =
        LegacyHttpAttributes.length(adapter.responseHeaders(request, response, "content-length"));
    if (length >= 0) {
      span.setAttribute(LegacyHttpAttributes.RESPONSE_LENGTH, length);
    }
  }

  /** Records the duration of a request that ends now. */
  void record(HttpServerSpan server, @Nullable String route, int status) {
    Attributes measured = server.legacy;
    if (durations != null && measured != null) {
      AttributesBuilder all = measured.toBuilder();
      put(all, HttpAttributes.ROUTE, route);
      if (status > 0) {
        all.put(LegacyHttpAttributes.STATUS_CODE, (long) status);
      }
      durations.record(server.startNanos, all.build(), server.context());
    }
  }

  private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }

  private static void set(SpanBuilder span, AttributeKey<Long> key, int port) {
    if (port > 0) {
      span.setAttribute(key, port);
    }
  }

  private static void put(AttributesBuilder all, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      all.put(key, value);
    }
  }
}
