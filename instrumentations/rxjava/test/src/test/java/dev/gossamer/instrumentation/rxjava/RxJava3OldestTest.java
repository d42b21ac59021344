package dev.gossamer.instrumentation.rxjava;

import org.junit.jupiter.api.Tag;

/** The contract for the oldest RxJava 3. */
@Tag("older-version")
final class RxJava3OldestTest extends RxJavaContract {
  @Override
  String libraries() {
    return "3-oldest";
  }
}
