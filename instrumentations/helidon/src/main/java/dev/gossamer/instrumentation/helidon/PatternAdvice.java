package dev.gossamer.instrumentation.helidon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;

/** The routing tells a request which of its patterns matched. */
final class PatternAdvice {
  private PatternAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable String pattern) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && pattern != null && !pattern.isEmpty()) {
      span.route(pattern);
    }
  }
}
