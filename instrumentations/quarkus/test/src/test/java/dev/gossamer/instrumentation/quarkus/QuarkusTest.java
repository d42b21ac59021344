package dev.gossamer.instrumentation.quarkus;

final class QuarkusTest extends QuarkusContract {
  QuarkusTest() {
    super(QuarkusServer.NEWEST);
  }
}
