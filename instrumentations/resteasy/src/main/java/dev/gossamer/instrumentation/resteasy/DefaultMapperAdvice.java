package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;

/**
 * What the application has no mapper for, RESTEasy answers by itself since 6.2: it does not reach
 * the container.
 */
final class DefaultMapperAdvice {
  private DefaultMapperAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable Throwable thrown) {
    if (thrown == null || isAnswer(thrown.getClass())) {
      return;
    }
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null) {
      span.failed(thrown);
    }
  }

  /** Whether it is an exception that says what to answer. */
  private static boolean isAnswer(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().endsWith(".ws.rs.WebApplicationException")) {
        return true;
      }
    }
    return false;
  }
}
