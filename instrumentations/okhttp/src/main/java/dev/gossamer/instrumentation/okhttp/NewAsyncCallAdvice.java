package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;

/** A call is enqueued. */
final class NewAsyncCallAdvice {
  private NewAsyncCallAdvice() {}

  @Exit
  static void exit(@This Object asyncCall) {
    CallerContext.keep(asyncCall);
  }
}
