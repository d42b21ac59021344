package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.jboss.resteasy.core.ResourceLocatorInvoker;
import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jspecify.annotations.Nullable;

/** Keeps the template, to which the invoker gives no access later. */
final class LocatorInvokerAdvice {
  private LocatorInvokerAdvice() {}

  @Exit
  static void exit(
      @This ResourceLocatorInvoker invoker, @Argument(3) @Nullable ResourceLocator locator) {
    if (locator != null) {
      Route.remember(invoker, locator.getFullpath());
    }
  }
}
