package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import java.util.Collection;
import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The route of a request: what Spring MVC says it matched, else the mapping of the servlet that was
 * reached. The default mapping {@code /} takes whatever no other takes and is no route.
 */
final class Routes {
  /** Spring MVC leaves the matching pattern here; to read it costs no weaving. */
  private static final String SPRING_PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

  /** Who else leaves something there does not leave this: Apache CXF leaves the path as sent. */
  private static final String SPRING_CONTEXT =
      "org.springframework.web.servlet.DispatcherServlet.CONTEXT";

  /** On a request that Spring MVC forwards: what it forwards to matches a pattern of its own. */
  private static final String FORWARDED = "dev.gossamer.forwarded";

  private static final ObjectState<Servlet, Routes> OF_SERVLETS = new ObjectState<>();
  private static final String[] NONE = {};

  private final String[] mappings;

  /** One for each mapping. */
  private final String[] routes;

  private Routes(String contextPath, String[] mappings) {
    this.mappings = mappings;
    routes = new String[mappings.length];
    for (int i = 0; i < mappings.length; i++) {
      String mapping = mappings[i];
      routes[i] = contextPath.concat(mapping.startsWith("/") ? mapping : "/".concat(mapping));
    }
  }

  static void servletReached(Servlet servlet, @Nullable ServletRequest given) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span == null || !(given instanceof HttpServletRequest)) {
      return;
    }
    // What a servlet forwards to or includes is not what the client asked for.
    DispatcherType dispatch = given.getDispatcherType();
    if (dispatch != DispatcherType.REQUEST) {
      if (dispatch == DispatcherType.FORWARD) {
        frameworkForwards(span, (HttpServletRequest) given);
      }
      return;
    }
    if (span.hasRoute()) {
      return;
    }
    String route = of(servlet).route((HttpServletRequest) given);
    if (route != null) {
      span.route(route);
    }
  }

  private static void frameworkForwards(HttpServerSpan span, HttpServletRequest request) {
    Object pattern = springPattern(request);
    if (pattern == null || request.getAttribute(FORWARDED) != null) {
      return;
    }
    request.setAttribute(FORWARDED, Boolean.TRUE);
    say(
        span,
        pattern.toString(),
        request.getAttribute(RequestDispatcher.FORWARD_CONTEXT_PATH),
        request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH),
        request.getAttribute(RequestDispatcher.FORWARD_PATH_INFO));
  }

  /** Asked after every dispatch, because an error page has a pattern of its own. */
  static void frameworkMatched(HttpServerSpan span, HttpServletRequest request) {
    Object pattern = springPattern(request);
    if (pattern == null
        || request.getDispatcherType() == DispatcherType.ERROR
        || request.getAttribute(FORWARDED) != null) {
      return;
    }
    ServletContext context = request.getServletContext();
    say(
        span,
        pattern.toString(),
        context == null ? null : context.getContextPath(),
        request.getServletPath(),
        request.getPathInfo());
  }

  private static @Nullable Object springPattern(HttpServletRequest request) {
    Object pattern = request.getAttribute(SPRING_PATTERN);
    return pattern == null || request.getAttribute(SPRING_CONTEXT) == null ? null : pattern;
  }

  private static void say(
      HttpServerSpan span,
      String template,
      @Nullable Object contextPath,
      @Nullable Object servletPath,
      @Nullable Object pathInfo) {
    // The catch-all of Spring's own resource handler says nothing of what was asked for.
    if (template.equals("/**")) {
      return;
    }
    String prefix = contextPath == null ? "" : contextPath.toString();
    // Under a mapping such as /api/* the pattern starts after it.
    if (pathInfo != null && servletPath != null) {
      prefix = prefix.concat(servletPath.toString());
    }
    span.route(
        template.startsWith("/") || template.isEmpty()
            ? prefix.concat(template)
            : prefix + '/' + template);
  }

  private @Nullable String route(HttpServletRequest request) {
    String path = request.getServletPath();
    if (path == null) {
      return null;
    }
    int matching = matching(path, request.getPathInfo());
    return matching < 0 ? null : routes[matching];
  }

  /** The most exact of the servlet's mappings that fits, as the container chooses it; else -1. */
  private int matching(String path, @Nullable String info) {
    int found = -1;
    for (int i = 0; i < mappings.length; i++) {
      String mapping = mappings[i];
      if (mapping.isEmpty()) {
        // Undertow has the slash in the one, the others in the other.
        if (path.isEmpty() ? "/".equals(info) : info == null && path.equals("/")) {
          return i;
        }
      } else if (mapping.startsWith("*.")) {
        if (found < 0 && path.endsWith(mapping.substring(1))) {
          found = i;
        }
      } else if (mapping.endsWith("/*")) {
        if (mapping.length() == path.length() + 2 && mapping.startsWith(path)) {
          found = i;
        }
      } else if (info == null && mapping.length() > 1 && mapping.equals(path)) {
        return i;
      }
    }
    return found;
  }

  private static Routes of(Servlet servlet) {
    Routes known = OF_SERVLETS.get(servlet);
    return known == null ? OF_SERVLETS.setIfAbsent(servlet, find(servlet)) : known;
  }

  private static Routes find(Servlet servlet) {
    ServletConfig config = servlet.getServletConfig();
    ServletContext context = config == null ? null : config.getServletContext();
    if (config == null || context == null) {
      return new Routes("", NONE);
    }
    String contextPath = context.getContextPath();
    String[] mappings = NONE;
    try {
      ServletRegistration registration = context.getServletRegistration(config.getServletName());
      Collection<String> all = registration == null ? null : registration.getMappings();
      mappings = all == null ? NONE : all.toArray(NONE);
    } catch (UnsupportedOperationException notFromHere) {
      // A context that refuses to tell: no routes.
    }
    return new Routes(contextPath == null ? "" : contextPath, mappings);
  }
}
