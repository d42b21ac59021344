package dev.gossamer.instrumentation.jetty;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract on every Jetty. */
final class JettyTest {
  @Nested
  @Tag("older-version")
  final class Jetty12Oldest extends JettyContract {
    Jetty12Oldest() {
      super(Jetty12App.class, "jetty-12.0");
    }
  }

  @Nested
  final class Jetty12 extends JettyContract {
    Jetty12() {
      super(Jetty12App.class, "jetty-12");
    }
  }
}
