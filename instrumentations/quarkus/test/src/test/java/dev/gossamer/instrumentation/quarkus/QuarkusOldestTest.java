package dev.gossamer.instrumentation.quarkus;

import org.junit.jupiter.api.Tag;

@Tag("older-version")
final class QuarkusOldestTest extends QuarkusContract {
  QuarkusOldestTest() {
    super(QuarkusServer.OLDEST);
  }
}
