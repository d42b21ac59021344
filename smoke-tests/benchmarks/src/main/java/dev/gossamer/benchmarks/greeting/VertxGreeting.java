package dev.gossamer.benchmarks.greeting;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Argument: port. */
final class VertxGreeting {
  private VertxGreeting() {}

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.get("/greetings/:id").handler(context -> context.response().end("hello"));
    vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(Integer.parseInt(arguments[0]), "localhost");
  }
}
