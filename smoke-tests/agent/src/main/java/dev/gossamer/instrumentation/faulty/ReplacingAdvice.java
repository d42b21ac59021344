package dev.gossamer.instrumentation.faulty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.Returned;
import org.jspecify.annotations.Nullable;

/** Fails where it would replace what the application gave and got. */
@SuppressWarnings("DoNotCallSuggester")
final class ReplacingAdvice {
  private ReplacingAdvice() {}

  @ReplaceArgument(0)
  static String argument(@Argument(0) String given) {
    throw new IllegalStateException("injected fault for " + given);
  }

  @Exit
  static @Nullable String exit(@Returned @Nullable String returned) {
    throw new OutOfMemoryError("injected fault for " + returned);
  }
}
