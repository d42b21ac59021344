package dev.gossamer.instrumentation.vertxhttpclient;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/** What is asked for. */
final class Head {
  final String method;
  final @Nullable String url;
  final @Nullable MultiMap headers;

  Head(String method, @Nullable String url, @Nullable MultiMap headers) {
    this.method = method;
    this.url = url;
    this.headers = headers;
  }
}
