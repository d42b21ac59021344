package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import java.util.Collection;
import javax.servlet.DispatcherType;
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

  private static final ObjectState<Servlet, String[]> MAPPINGS = new ObjectState<>();
  private static final String[] NONE = {};

  private Routes() {}

  static void servletReached(Servlet servlet, @Nullable ServletRequest given) {
    HttpServerSpan span = HttpServerSpan.current();
    // What a servlet forwards to or includes is not what the client asked for.
    if (span == null
        || span.isEnded()
        || !(given instanceof HttpServletRequest)
        || given.getDispatcherType() != DispatcherType.REQUEST) {
      return;
    }
    HttpServletRequest request = (HttpServletRequest) given;
    String pattern = pattern(mappings(servlet), request);
    if (pattern != null) {
      span.route(contextPath(request).concat(pattern));
    }
  }

  static void frameworkMatched(HttpServerSpan span, HttpServletRequest request) {
    Object pattern = request.getAttribute(SPRING_PATTERN);
    if (pattern == null) {
      return;
    }
    String template = pattern.toString();
    // The catch-all of Spring's own resource handler says nothing of what was asked for.
    if (template.equals("/**")) {
      return;
    }
    String prefix = contextPath(request);
    // Under a mapping such as /api/* the pattern starts after it.
    if (request.getPathInfo() != null && request.getServletPath() != null) {
      prefix = prefix.concat(request.getServletPath());
    }
    span.route(
        template.startsWith("/") || template.isEmpty()
            ? prefix.concat(template)
            : prefix + '/' + template);
  }

  static @Nullable String pattern(String[] mappings, HttpServletRequest request) {
    String path = request.getServletPath();
    String info = request.getPathInfo();
    if (path == null) {
      return null;
    }
    for (String mapping : mappings) {
      if (mapping.equals(path) && info == null && !mapping.equals("/")) {
        return mapping;
      }
      if (mapping.endsWith("/*")
          && mapping.length() == path.length() + 2
          && mapping.startsWith(path)) {
        return mapping;
      }
      if (mapping.isEmpty() && path.isEmpty() && "/".equals(info)) {
        return "/";
      }
    }
    for (String mapping : mappings) {
      if (mapping.startsWith("*.") && path.endsWith(mapping.substring(1))) {
        return "/".concat(mapping);
      }
    }
    return null;
  }

  private static String[] mappings(Servlet servlet) {
    String[] known = MAPPINGS.get(servlet);
    return known == null ? MAPPINGS.setIfAbsent(servlet, find(servlet)) : known;
  }

  private static String[] find(Servlet servlet) {
    ServletConfig config = servlet.getServletConfig();
    ServletContext context = config == null ? null : config.getServletContext();
    if (config == null || context == null) {
      return NONE;
    }
    try {
      ServletRegistration registration = context.getServletRegistration(config.getServletName());
      Collection<String> mappings = registration == null ? null : registration.getMappings();
      return mappings == null ? NONE : mappings.toArray(NONE);
    } catch (UnsupportedOperationException notFromHere) {
      return NONE;
    }
  }

  private static String contextPath(HttpServletRequest request) {
    String path = request.getContextPath();
    return path == null ? "" : path;
  }
}
