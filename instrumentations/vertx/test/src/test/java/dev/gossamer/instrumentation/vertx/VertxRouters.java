package dev.gossamer.instrumentation.vertx;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Routes of every kind, beside those that all servers have. */
final class VertxRouters {
  private VertxRouters() {}

  static void add(Vertx vertx, Router router) {
    Router users = Router.router(vertx);
    users.get("/users/:user").handler(VertxRouters::success);
    users.getWithRegex("/files/[a-z]+").handler(VertxRouters::success);
    users.get("/all/*").handler(VertxRouters::success);
    Router shops = Router.router(vertx);
    shops.route("/shop/*").subRouter(users);
    router.route("/api/*").subRouter(shops);
    router.route("/direct/*").subRouter(users);
    router.get("/users/:user").handler(VertxRouters::success);
    router.route("/tenants/:tenant/*").subRouter(users);
    router.getWithRegex("/regex/(?<number>[0-9]+)").handler(VertxRouters::success);
    router.get("/static/*").handler(VertxRouters::success);
    // Something for everything below, behind the page itself.
    router.get("/page").handler(RoutingContext::next);
    router.get("/pa*").handler(VertxRouters::success);
    router.get("/unauthorized").handler(routing -> routing.fail(401));
  }

  private static void success(RoutingContext routing) {
    routing.response().end("success");
  }
}
