package dev.gossamer.instrumentation.quarkus.app;

import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Routes beside those of the REST application, on the router that Quarkus hands out. */
@ApplicationScoped
public class RouterSetup {
  void setUp(@Observes Router router) {
    router.get("/plain/:id").handler(RoutingContext::end);
    router.get("/refused").handler(routing -> routing.fail(new UnauthorizedException("refused")));
    router.get("/missing").handler(routing -> routing.fail(404, new IllegalStateException("gone")));
    router.get("/failing").handler(routing -> routing.fail(new IllegalStateException("failing")));
  }
}
