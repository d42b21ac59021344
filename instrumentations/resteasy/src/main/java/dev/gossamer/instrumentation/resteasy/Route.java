package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpRoute;
import dev.gossamer.api.http.HttpServerSpan;
import org.jboss.resteasy.core.ResourceLocatorInvoker;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.ResourceInvoker;
import org.jspecify.annotations.Nullable;

/**
 * The route to an invoker, composed when it is first reached. It never changes: an invoker belongs
 * to one application, and one below a locator belongs to that locator's invoker alone.
 */
final class Route {
  private static final ObjectState<ResourceInvoker, Route> OF_INVOKERS = new ObjectState<>();

  /** How far the locators of a request have led; requests without locators carry nothing. */
  private static final ObjectState<HttpRequest, Route> LOCATED = new ObjectState<>();

  private final String template;
  private volatile @Nullable String route;

  private Route(String template) {
    this.template = template;
  }

  static void remember(ResourceInvoker invoker, @Nullable String template) {
    OF_INVOKERS.set(invoker, new Route(template == null ? "" : template));
  }

  /**
   * Tells the server span.
   *
   * @param located whether the invoker is below the locator that was found before
   */
  static void matched(HttpRequest request, ResourceInvoker invoker, boolean located) {
    // Whoever answers "not found" or "not allowed" has none.
    Route found = OF_INVOKERS.get(invoker);
    HttpServerSpan span = HttpServerSpan.current();
    if (found == null || span == null) {
      return;
    }
    String route = found.route;
    if (route == null) {
      String base = located ? locator(request) : BasePath.current();
      if (base == null) {
        return;
      }
      route = found.composed(base);
    }
    if (invoker instanceof ResourceLocatorInvoker) {
      LOCATED.set(request, found);
    } else {
      span.route(route);
    }
  }

  private static @Nullable String locator(HttpRequest request) {
    Route above = LOCATED.get(request);
    return above == null ? null : above.route;
  }

  private String composed(String base) {
    StringBuilder composing = new StringBuilder();
    HttpRoute.append(composing, base);
    HttpRoute.append(composing, template);
    String composed = composing.length() == 0 ? "/" : composing.toString();
    route = composed;
    return composed;
  }
}
