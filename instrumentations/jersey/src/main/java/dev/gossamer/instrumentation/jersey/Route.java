package dev.gossamer.instrumentation.jersey;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpRoute;
import java.net.URI;
import java.util.List;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** The route of a resource method, composed when it is first reached that way. Immutable. */
final class Route {
  private static final ObjectState<ResourceMethod, Route> OF_METHODS = new ObjectState<>();

  /** How many ways to one method are kept; with the next one they are forgotten. */
  private static final int MOST_WAYS = 8;

  private final String base;

  /** Innermost first. Null when no locator led here, so that the method alone says them. */
  private final String @Nullable [] templates;

  private final String route;

  /** Another way to the same method. */
  private final @Nullable Route next;

  private Route(String base, String @Nullable [] templates, String route, @Nullable Route next) {
    this.base = base;
    this.templates = templates;
    this.route = route;
    this.next = next;
  }

  /**
   * The route by which a method was reached.
   *
   * @param baseUri of the application; null for none
   * @return null when the client wrote the base path in another way than it is configured
   */
  static @Nullable String of(
      ResourceMethod method, ExtendedUriInfo matched, @Nullable URI baseUri) {
    String path = baseUri == null ? null : baseUri.getPath();
    String base = path == null ? "" : path;
    Route first = OF_METHODS.get(method);
    int ways = 0;
    for (Route known = first; known != null; known = known.next) {
      if (known.base.equals(base)
          && (known.templates == null || are(matched.getMatchedTemplates(), known.templates))) {
        return known.route;
      }
      ways++;
    }
    if (!isPlain(base)) {
      return null;
    }
    Route found = compose(base, matched, ways < MOST_WAYS ? first : null);
    OF_METHODS.set(method, found);
    return found.route;
  }

  private static Route compose(String base, ExtendedUriInfo matched, @Nullable Route next) {
    List<UriTemplate> matching = matched.getMatchedTemplates();
    String[] templates = new String[matching.size()];
    int size = 0;
    for (UriTemplate template : matching) {
      templates[size++] = template.getTemplate();
    }
    StringBuilder route = new StringBuilder();
    HttpRoute.append(route, base);
    for (int i = size - 1; i >= 0; i--) {
      HttpRoute.append(route, templates[i]);
    }
    return new Route(
        base,
        matched.getMatchedResourceLocators().isEmpty() ? null : templates,
        route.length() == 0 ? "/" : route.toString(),
        next);
  }

  private static boolean are(List<UriTemplate> matching, String[] templates) {
    if (matching.size() != templates.length) {
      return false;
    }
    int i = 0;
    for (UriTemplate template : matching) {
      if (!template.getTemplate().equals(templates[i++])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a base path is as it was configured: containers pass on what the client made of it, and
   * {@code /any/../app;any=thing} must not become a route.
   */
  private static boolean isPlain(String path) {
    return path.indexOf(';') < 0 && !path.contains("//") && !path.contains("/.");
  }
}
