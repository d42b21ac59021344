package dev.gossamer.instrumentation.kotlincoroutines;

/** The contract for the newest supported version. */
final class NewestSuspendFunctionsTest extends SuspendFunctionsContract {
  @Override
  String libraries() {
    return "newest";
  }
}
