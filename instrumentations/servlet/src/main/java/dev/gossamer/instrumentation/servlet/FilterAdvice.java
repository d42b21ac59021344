package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

/** Around a filter. */
final class FilterAdvice {
  private FilterAdvice() {}

  @Enter
  static @Nullable Handling enter(
      @Argument(0) @Nullable ServletRequest request,
      @Argument(1) @Nullable ServletResponse response) {
    return Handling.enter(request, response);
  }

  @Exit
  static void exit(@State @Nullable Handling handling, @Thrown @Nullable Throwable thrown) {
    if (handling != null) {
      handling.exit(thrown);
    }
  }
}
