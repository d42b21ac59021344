package dev.gossamer.instrumentation.kotlincoroutines;

import org.junit.jupiter.api.Tag;

/** The contract for the oldest supported version. */
@Tag("older-version")
final class OldestSuspendFunctionsTest extends SuspendFunctionsContract {
  @Override
  String libraries() {
    return "oldest";
  }
}
