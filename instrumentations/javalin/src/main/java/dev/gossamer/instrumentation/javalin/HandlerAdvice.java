package dev.gossamer.instrumentation.javalin;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.http.HttpServerSpan;
import io.javalin.http.Context;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** The next handler is about to handle a request; filters of Javalin are handlers too. */
final class HandlerAdvice {
  private HandlerAdvice() {}

  @Exit
  static void exit(@This Context context) {
    HttpServerSpan span = context.handlerType().isHttpMethod() ? HttpServerSpan.current() : null;
    if (span != null) {
      span.route(route(context.req().getServletContext(), context.matchedPath()));
    }
  }

  private static String route(@Nullable ServletContext application, String template) {
    String path = template.startsWith("/") ? template : "/".concat(template);
    String prefix = application == null ? "" : application.getContextPath();
    return prefix.isEmpty() ? path : prefix.concat(path);
  }
}
