package dev.gossamer.instrumentation.cxf;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpRoute;
import dev.gossamer.api.http.HttpServerSpan;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** The route of an operation, composed when it is first reached that way. Immutable. */
final class Route {
  private static final ObjectState<OperationResourceInfo, Route> OF_OPERATIONS =
      new ObjectState<>();

  /** How far the locators of a request have led; requests without locators carry nothing. */
  private static final ObjectState<Exchange, String> LOCATED = new ObjectState<>();

  /** How many ways to one operation are kept; with the next one they are forgotten. */
  private static final int MOST_WAYS = 8;

  /** The path of the application, or the route of the locator. */
  private final String above;

  private final String route;

  /** Another way to the same operation. */
  private final @Nullable Route next;

  private Route(String above, String route, @Nullable Route next) {
    this.above = above;
    this.route = route;
    this.next = next;
  }

  static void rootMatched(Message message, OperationResourceInfo operation) {
    Object path = message.get(Message.BASE_PATH);
    String base = path instanceof String ? (String) path : "";
    ClassResourceInfo resource = operation.getClassResourceInfo();
    matched(message, operation, base, resource == null ? null : resource.getURITemplate(), false);
  }

  static void locatedMatched(Message message, OperationResourceInfo operation) {
    Exchange exchange = message.getExchange();
    String locator = exchange == null ? null : LOCATED.get(exchange);
    if (locator != null) {
      matched(message, operation, locator, null, true);
    }
  }

  private static void matched(
      Message message,
      OperationResourceInfo operation,
      String above,
      @Nullable URITemplate ofResource,
      boolean located) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span == null) {
      return;
    }
    String route = of(operation, above, ofResource, located);
    if (route == null) {
      return;
    }
    if (!operation.isSubResourceLocator()) {
      span.route(route);
    } else if (message.getExchange() != null) {
      LOCATED.set(message.getExchange(), route);
    }
  }

  /** Null when the client wrote the path of the application in another way than configured. */
  private static @Nullable String of(
      OperationResourceInfo operation,
      String above,
      @Nullable URITemplate ofResource,
      boolean located) {
    Route first = OF_OPERATIONS.get(operation);
    int ways = 0;
    for (Route known = first; known != null; known = known.next) {
      if (known.above.equals(above)) {
        return known.route;
      }
      ways++;
    }
    if (!located && !isPlain(above)) {
      return null;
    }
    StringBuilder composing = new StringBuilder();
    HttpRoute.append(composing, above);
    append(composing, ofResource);
    append(composing, operation.getURITemplate());
    String route = composing.length() == 0 ? "/" : composing.toString();
    OF_OPERATIONS.set(operation, new Route(above, route, ways < MOST_WAYS ? first : null));
    return route;
  }

  /**
   * Whether a path is as it was configured: containers pass on what the client made of it, and
   * {@code /any/../app;any=thing} must not become a route.
   */
  private static boolean isPlain(String path) {
    return path.indexOf(';') < 0 && !path.contains("//") && !path.contains("/.");
  }

  private static void append(StringBuilder route, @Nullable URITemplate template) {
    if (template != null) {
      HttpRoute.append(route, template.getValue());
    }
  }
}
