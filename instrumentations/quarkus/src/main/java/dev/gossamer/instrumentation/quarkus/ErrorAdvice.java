package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Quarkus is about to answer what neither the application nor an exception mapper dealt with. */
final class ErrorAdvice {
  private static final String SECURITY = "io.quarkus.security.";

  private ErrorAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable RoutingContext routing) {
    Throwable thrown = routing == null ? null : routing.failure();
    if (routing == null || thrown == null || isRefusal(routing.statusCode(), thrown)) {
      return;
    }
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null) {
      span.failed(thrown);
    }
  }

  /** Whether the answer will be the client's fault. */
  private static boolean isRefusal(int status, Throwable thrown) {
    if (status >= 400 && status < 500) {
      return true;
    }
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().startsWith(SECURITY)) {
        return true;
      }
    }
    return false;
  }
}
