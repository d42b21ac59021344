package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;

/** Neither an error route nor an exception handler deals with what a request's handler threw. */
final class UncaughtAdvice {
  private UncaughtAdvice() {}

  @Enter
  static void enter(@Argument(1) @Nullable Throwable thrown) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && thrown != null) {
      span.failed(thrown);
    }
  }
}
