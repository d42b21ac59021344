package dev.gossamer.instrumentation.rxjava;

/** The contract for the newest RxJava 2. */
final class RxJava2NewestTest extends RxJavaContract {
  @Override
  String libraries() {
    return "2-newest";
  }
}
