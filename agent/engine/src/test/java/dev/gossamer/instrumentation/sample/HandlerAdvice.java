package dev.gossamer.instrumentation.sample;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Thrown;

final class HandlerAdvice {
  private HandlerAdvice() {}

  @Exit
  static void exit(@Thrown Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
  }
}
