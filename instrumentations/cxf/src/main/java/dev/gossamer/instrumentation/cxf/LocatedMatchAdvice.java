package dev.gossamer.instrumentation.cxf;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** A method, or a further locator, of what a locator returned was found for a request. */
final class LocatedMatchAdvice {
  private LocatedMatchAdvice() {}

  @Enter
  static void enter(
      @Argument(0) @Nullable Message message,
      @Argument(3) @Nullable OperationResourceInfo operation) {
    if (message != null && operation != null) {
      Route.locatedMatched(message, operation);
    }
  }
}
