package dev.gossamer.instrumentation.executors;

import org.junit.jupiter.api.Tag;

/** The contract for Spring Framework 6. */
@Tag("older-version")
final class Spring6Test extends SpringContract {
  @Override
  String libraries() {
    return "spring-6";
  }

  @Override
  boolean hasListenableFutures() {
    return true;
  }
}
