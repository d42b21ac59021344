package dev.gossamer.instrumentation.executors;

import org.junit.jupiter.api.Tag;

/** The contract for Spring Framework 5.3. */
@Tag("older-version")
final class Spring5Test extends SpringContract {
  @Override
  String libraries() {
    return "spring-5.3";
  }

  @Override
  boolean hasListenableFutures() {
    return true;
  }
}
