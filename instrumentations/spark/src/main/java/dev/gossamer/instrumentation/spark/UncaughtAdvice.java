package dev.gossamer.instrumentation.spark;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;
import spark.ExceptionHandlerImpl;

/** No handler of the application's own deals with what a route or filter threw. */
final class UncaughtAdvice {
  private UncaughtAdvice() {}

  @Exit
  static void exit(
      @Argument(0) @Nullable Exception thrown, @Returned @Nullable ExceptionHandlerImpl handler) {
    HttpServerSpan span = handler == null && thrown != null ? HttpServerSpan.current() : null;
    if (span != null && thrown != null) {
      span.failed(thrown);
    }
  }
}
