package dev.gossamer.instrumentation.vertxweb;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come. A router that is mounted on a path with parameters is told the path
 * as it was sent, so the template is put together here.
 */
final class Routing {
  private static final ObjectState<RoutingContext, Routing> ROUTINGS = new ObjectState<>();

  /** The paths that end with an asterisk, which not every release tells. */
  private static final ObjectState<Route, String> OPEN_PATHS = new ObjectState<>();

  private final String prefix;
  private final @Nullable Routing outermost;
  private boolean specific;

  private Routing(String prefix, @Nullable Routing outermost) {
    this.prefix = prefix;
    this.outermost = outermost;
  }

  static void pathOf(Route route, @Nullable String path) {
    if (path != null && path.endsWith("*")) {
      OPEN_PATHS.set(route, path);
    }
  }

  static void mounted(RoutingContext routing, RoutingContext outer) {
    Routing outside = of(outer);
    Route route = outer.currentRoute();
    String path = route == null ? null : route.getPath();
    ROUTINGS.set(
        routing,
        new Routing(
            path == null ? outside.prefix : join(outside.prefix, path), outside.outermost()));
  }

  /**
   * The last route counts: others before it, such as those that log or read a body, pass a request
   * on. But one for everything below a path says less than one for a single page.
   */
  static void matched(RoutingContext routing) {
    HttpServerSpan span = HttpServerSpan.current();
    Route route = span == null ? null : routing.currentRoute();
    if (span == null || route == null) {
      return;
    }
    String template = OPEN_PATHS.get(route);
    boolean open = template != null;
    if (template == null) {
      template = route.getPath();
    }
    if (template == null) {
      // Of a regular expression this is the expression.
      template = route.getName();
    }
    Routing here = of(routing);
    Routing request = here.outermost();
    if (template == null || open && request.specific) {
      return;
    }
    request.specific |= !open;
    span.route(join(here.prefix, template));
  }

  private static Routing of(RoutingContext routing) {
    Routing there = ROUTINGS.get(routing);
    return there != null ? there : ROUTINGS.setIfAbsent(routing, new Routing("", null));
  }

  private Routing outermost() {
    return outermost == null ? this : outermost;
  }

  private static String join(String prefix, String path) {
    if (prefix.isEmpty()) {
      return path;
    }
    if (prefix.endsWith("/") && path.startsWith("/")) {
      return prefix.concat(path.substring(1));
    }
    return prefix.concat(path);
  }
}
