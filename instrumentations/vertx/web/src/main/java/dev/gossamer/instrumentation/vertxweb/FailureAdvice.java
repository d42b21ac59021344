package dev.gossamer.instrumentation.vertxweb;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;

/** A request failed, and none of the application's routes deals with that. */
final class FailureAdvice {
  private static final String OWN = "io.vertx.ext.web.handler.";

  private FailureAdvice() {}

  @Enter
  static void enter(@Argument(0) int status, @Argument(1) @Nullable Throwable thrown) {
    // Vert.x Web's own exceptions say the status, such as 401.
    boolean error = status < 0 ? !isOwn(thrown) : status >= 500;
    HttpServerSpan span = thrown == null || !error ? null : HttpServerSpan.current();
    if (span != null && thrown != null) {
      span.failed(thrown);
    }
  }

  private static boolean isOwn(@Nullable Throwable thrown) {
    return thrown != null && thrown.getClass().getName().startsWith(OWN);
  }
}
