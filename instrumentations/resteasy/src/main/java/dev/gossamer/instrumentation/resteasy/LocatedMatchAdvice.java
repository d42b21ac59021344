package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.ResourceInvoker;
import org.jspecify.annotations.Nullable;

/** A method, or a further locator, of what a locator returned was found for a request. */
final class LocatedMatchAdvice {
  private LocatedMatchAdvice() {}

  @Exit
  static void exit(
      @Argument(0) @Nullable HttpRequest request, @Returned @Nullable ResourceInvoker invoker) {
    if (request != null && invoker != null) {
      Route.matched(request, invoker, true);
    }
  }
}
