package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpRoute;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/**
 * The route of a resource method: the path of the application and the templates that led here.
 * Composed once for each method, or for each request where locators led to it.
 */
final class Route {
  /** Of methods and locators of classes with a path; they belong to one application. */
  private static final ObjectState<RuntimeResource, String> OF_RESOURCES = new ObjectState<>();

  /** How far the locators have led a request. */
  private static final ObjectState<ResteasyReactiveRequestContext, String> LOCATED =
      new ObjectState<>();

  private Route() {}

  /** Null when a locator was found, or one of several methods that differ in their media types. */
  static @Nullable String of(ResteasyReactiveRequestContext request, RuntimeResource target) {
    String located = LOCATED.get(request);
    String route;
    if (located != null) {
      StringBuilder path = new StringBuilder(located);
      append(path, target.getPath());
      route = path.toString();
    } else {
      route = OF_RESOURCES.get(target);
      if (route == null) {
        if (target.getResourceClass() == null) {
          return null;
        }
        route = compose(request, target);
        OF_RESOURCES.set(target, route);
      }
    }
    if (target.getHttpMethod() == null) {
      LOCATED.set(request, route);
      return null;
    }
    return route.isEmpty() ? "/" : route;
  }

  private static String compose(ResteasyReactiveRequestContext request, RuntimeResource target) {
    StringBuilder path = new StringBuilder(request.getDeployment().getPrefix());
    append(path, target.getClassPath());
    append(path, target.getPath());
    return path.toString();
  }

  private static void append(StringBuilder path, @Nullable URITemplate uriTemplate) {
    String template = uriTemplate == null ? "" : uriTemplate.template;
    HttpRoute.append(path, template);
  }
}
