package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.app.TestApp;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** The routes on the bare server, without a router. */
public final class VertxCoreApp {
  private VertxCoreApp() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpServer server = vertx.createHttpServer();
    server.requestHandler(request -> handle(vertx, request));
    server.listen(0, "localhost").toCompletionStage().toCompletableFuture().get();
    TestApp.ready(server.actualPort());
    TestApp.awaitStop();
    vertx.close();
  }

  private static void handle(Vertx vertx, HttpServerRequest request) {
    if (request.path().equals("/async")) {
      vertx.setTimer(1, id -> vertx.runOnContext(v -> answer(request, Buffer.buffer())));
      return;
    }
    request.bodyHandler(body -> answer(request, body));
  }

  private static void answer(HttpServerRequest request, Buffer body) {
    try {
      if (!VertxRequest.answer(request, body)) {
        request.response().setStatusCode(404).end();
      }
    } catch (Exception e) {
      // The bare server only logs what a handler throws, and leaves the client waiting.
      request.response().setStatusCode(500).end("controller exception");
    }
  }
}
