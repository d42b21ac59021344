package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.http.HttpServerSpan;
import io.micronaut.web.router.UriRouteMatch;
import org.jspecify.annotations.Nullable;

/** Around the search for the route of a request; without one there may be a file, or nothing. */
final class RouteAdvice {
  private RouteAdvice() {}

  @Exit
  static void exit(@Returned @Nullable UriRouteMatch<?, ?> match) {
    HttpServerSpan span = match == null ? null : HttpServerSpan.current();
    if (match != null && span != null) {
      // Micronaut keeps the text.
      span.route(path(match.getRouteInfo().getUriMatchTemplate().toString()));
    }
  }

  /** A template up to its variables of the query or the fragment, which come last. */
  private static String path(String template) {
    int brace = template.indexOf('{');
    while (brace >= 0 && brace + 1 < template.length()) {
      char operator = template.charAt(brace + 1);
      if (operator == '?' || operator == '&' || operator == '#') {
        return template.substring(0, brace);
      }
      brace = template.indexOf('{', brace + 1);
    }
    return template;
  }
}
