package dev.gossamer.instrumentation.javalin;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.http.HttpServerSpan;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** No handler of the application's own deals with what a request's handler threw. */
final class UncaughtAdvice {
  private UncaughtAdvice() {}

  @Enter
  static void enter(@Argument(1) @Nullable Throwable thrown) {
    HttpServerSpan span = HttpServerSpan.current();
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    // A client that goes away or is too slow is noticed by the container.
    if (span != null && cause != null && !isClientsDoing(cause)) {
      span.failed(cause);
    }
  }

  private static boolean isClientsDoing(Throwable thrown) {
    return thrown instanceof IOException
        && (thrown.getClass().getName().startsWith("org.eclipse.jetty.")
            || thrown.getCause() instanceof TimeoutException);
  }
}
