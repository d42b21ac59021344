package dev.gossamer.instrumentation.spark;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.http.HttpServerSpan;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import spark.Request;
import spark.RouteImpl;
import spark.routematch.RouteMatch;

/** A filter or a route is about to handle a request. */
final class MatchAdvice {
  private MatchAdvice() {}

  @Enter
  static void enter(@This Request request, @Argument(0) RouteMatch match) {
    HttpServerSpan span = match.getTarget() instanceof RouteImpl ? HttpServerSpan.current() : null;
    String template = span == null ? null : match.getMatchUri();
    if (span == null || template == null) {
      return;
    }
    String path = template.startsWith("/") ? template : "/".concat(template);
    String prefix = prefix(request.raw(), match.getRequestURI());
    span.route(prefix.isEmpty() ? path : prefix.concat(path));
  }

  /**
   * What comes before a template: where the container has the application, and in it Spark's
   * filter.
   *
   * @param matched the path that the filter compares with templates
   */
  private static String prefix(HttpServletRequest request, @Nullable String matched) {
    ServletContext application = request.getServletContext();
    if (application == null) {
      return "";
    }
    String context = application.getContextPath();
    String path = request.getServletPath();
    if (matched == null || path == null || !path.endsWith(matched)) {
      return context;
    }
    int end = path.length() - matched.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? context : context.concat(path.substring(0, end));
  }
}
