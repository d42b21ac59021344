package dev.gossamer.instrumentation.faulty;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;

/** Fails before and after. */
@SuppressWarnings("DoNotCallSuggester")
final class ThrowingAdvice {
  private ThrowingAdvice() {}

  @Enter
  static Object enter() {
    throw new IllegalStateException("injected fault");
  }

  @Exit
  static void exit() {
    throw new StackOverflowError("injected fault");
  }
}
