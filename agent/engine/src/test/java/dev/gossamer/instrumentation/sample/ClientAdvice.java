package dev.gossamer.instrumentation.sample;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import sample.library.Request;

final class ClientAdvice {
  private ClientAdvice() {}

  @Enter
  static Object enter(@Argument(0) Request request) {
    return "sample.library.attribute " + request.path();
  }

  @ReplaceArgument(1)
  static int replace(@Argument(1) int timeout) {
    if (timeout < 0) {
      throw new IllegalArgumentException("negative");
    }
    return timeout * 2;
  }

  @Exit
  static String exit(@State Object state, @Returned String returned) {
    if (returned.isEmpty()) {
      throw new StackOverflowError();
    }
    return state + " " + returned;
  }
}
