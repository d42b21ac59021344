package dev.gossamer.instrumentation.cxf;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** A root resource's method, or locator, was found for a request. */
final class RootMatchAdvice {
  private RootMatchAdvice() {}

  @Enter
  static void enter(
      @Argument(0) @Nullable Message message,
      @Argument(2) @Nullable OperationResourceInfo operation) {
    if (message != null && operation != null) {
      Route.rootMatched(message, operation);
    }
  }
}
