package dev.gossamer.instrumentation.kotlincoroutines;

/** The contract for the newest supported version. */
final class NewestCoroutinesTest extends CoroutinesContract {
  @Override
  String libraries() {
    return "newest";
  }
}
