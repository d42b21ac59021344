package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.spi.metadata.ResourceMethod;
import org.jspecify.annotations.Nullable;

/** Keeps the template, to which the invoker gives no access later. */
final class MethodInvokerAdvice {
  private MethodInvokerAdvice() {}

  @Exit
  static void exit(
      @This ResourceMethodInvoker invoker, @Argument(0) @Nullable ResourceMethod method) {
    if (method != null) {
      Route.remember(invoker, method.getFullpath());
    }
  }
}
