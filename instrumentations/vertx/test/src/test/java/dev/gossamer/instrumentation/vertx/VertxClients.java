package dev.gossamer.instrumentation.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/** Makes clients of any release: the type that the method names changed with Vert.x 5. */
final class VertxClients {
  private VertxClients() {}

  static HttpClient create(Vertx vertx, HttpClientOptions options) {
    try {
      return (HttpClient)
          Vertx.class.getMethod("createHttpClient", HttpClientOptions.class).invoke(vertx, options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
