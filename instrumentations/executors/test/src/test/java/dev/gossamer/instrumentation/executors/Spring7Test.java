package dev.gossamer.instrumentation.executors;

/** The contract for Spring Framework 7. */
final class Spring7Test extends SpringContract {
  @Override
  String libraries() {
    return "spring-7";
  }

  @Override
  boolean hasListenableFutures() {
    return false;
  }
}
