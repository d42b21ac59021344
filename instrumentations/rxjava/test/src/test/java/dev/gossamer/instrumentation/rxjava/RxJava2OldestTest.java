package dev.gossamer.instrumentation.rxjava;

import org.junit.jupiter.api.Tag;

/** The contract for the oldest RxJava 2. */
@Tag("older-version")
final class RxJava2OldestTest extends RxJavaContract {
  @Override
  String libraries() {
    return "2-oldest";
  }
}
