package dev.gossamer.instrumentation.rxjava;

/** The contract for the newest RxJava 3. */
final class RxJava3NewestTest extends RxJavaContract {
  @Override
  String libraries() {
    return "3-newest";
  }
}
