package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The routes on a router, as applications declare them. */
public final class VertxWebApp {
  private VertxWebApp() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.route().handler(RoutingContext::next);
    for (String path : ServerRoutes.PATHS) {
      router.route(path).handler(routing -> handle(vertx, path, routing));
    }
    router.route("/path/:id/param").handler(routing -> handle(vertx, "/path", routing));
    VertxRouters.add(vertx, router);
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    server.listen(0, "localhost").toCompletionStage().toCompletableFuture().get();
    TestApp.ready(server.actualPort());
    TestApp.awaitStop();
    vertx.close();
  }

  private static void handle(Vertx vertx, String path, RoutingContext routing) {
    switch (path) {
      case "/async" -> vertx.setTimer(1, id -> answer(routing, Buffer.buffer()));
      case "/body" -> routing.request().bodyHandler(body -> answer(routing, body));
      default -> answer(routing, Buffer.buffer());
    }
  }

  private static void answer(RoutingContext routing, Buffer body) {
    try {
      VertxRequest.answer(routing.request(), body);
    } catch (Exception e) {
      routing.fail(e);
    }
  }
}
