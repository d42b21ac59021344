package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import javax.servlet.Servlet;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

/** Around a servlet, whose mapping is the route. */
final class ServletAdvice {
  private ServletAdvice() {}

  @Enter
  static @Nullable Handling enter(
      @This Servlet servlet,
      @Argument(0) @Nullable ServletRequest request,
      @Argument(1) @Nullable ServletResponse response) {
    Handling handling = Handling.enter(request, response);
    Routes.servletReached(servlet, request);
    return handling;
  }

  @Exit
  static void exit(
      @Argument(0) @Nullable ServletRequest request,
      @Argument(1) @Nullable ServletResponse response,
      @State @Nullable Handling handling,
      @Thrown @Nullable Throwable thrown) {
    Handling.servletLeft(request, response, thrown);
    if (handling != null) {
      handling.exit(thrown);
    }
  }
}
