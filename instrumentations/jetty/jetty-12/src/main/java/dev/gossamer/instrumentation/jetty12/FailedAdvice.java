package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A handler has thrown, or said that it failed. */
final class FailedAdvice {
  private FailedAdvice() {}

  @Enter
  static void enter(@This Callback done, @Argument(0) @Nullable Throwable thrown) {
    Handling.failed(done, thrown);
  }
}
