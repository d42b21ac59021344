package dev.gossamer.instrumentation.reactornetty;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientConfig;

/** What was asked for, as far as that is known without a connection. */
final class Head {
  private static final String URI = "{uri=";
  private static final String METHOD = ", method=";

  final String method;
  final @Nullable String url;
  private final HttpClientConfig config;

  private Head(String method, @Nullable String url, HttpClientConfig config) {
    this.method = method;
    this.url = url;
    this.config = config;
  }

  /**
   * @param handler the text of the handler, which alone has the whole URL, and that of a redirect
   */
  static Head of(String handler, HttpClientConfig config) {
    int method = handler.lastIndexOf(METHOD);
    if (method > 0 && handler.startsWith(URI) && handler.endsWith("}")) {
      return new Head(
          handler.substring(method + METHOD.length(), handler.length() - 1),
          handler.substring(URI.length(), method),
          config);
    }
    return new Head(config.method().name(), config.uri(), config);
  }

  /** Those of the client; what is set for the request alone comes with its connection. */
  HttpHeaders headers() {
    return config.headers();
  }
}
