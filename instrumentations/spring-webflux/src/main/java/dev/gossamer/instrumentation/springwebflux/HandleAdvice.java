package dev.gossamer.instrumentation.springwebflux;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** A handler gets its request: annotated, functional, or a resource. */
final class HandleAdvice {
  /** What every handler mapping of WebFlux leaves; the same text in all versions. */
  private static final String PATTERN =
      "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

  /** What Spring Cloud Gateway leaves of a route by path; it is matched against the whole path. */
  private static final String GATEWAY_PATTERN =
      "org.springframework.cloud.gateway.support.ServerWebExchangeUtils"
          + ".gatewayPredicateMatchedPathAttr";

  private HandleAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable ServerWebExchange exchange) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span == null || exchange == null) {
      return;
    }
    Object pattern = exchange.getAttributes().get(PATTERN);
    if (pattern == null) {
      Object whole = exchange.getAttributes().get(GATEWAY_PATTERN);
      if (whole instanceof String && !whole.equals("/**")) {
        span.route((String) whole);
      }
      return;
    }
    String template = pattern.toString();
    // The catch-all of the resource handler says nothing of what was asked for.
    if (template.equals("/**")) {
      return;
    }
    String context = exchange.getRequest().getPath().contextPath().value();
    if (template.startsWith("/") || template.isEmpty()) {
      span.route(context.isEmpty() ? template : context.concat(template));
    } else {
      span.route(context + '/' + template);
    }
  }
}
