package dev.gossamer.instrumentation.springwebflux;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP server does, by WebFlux on Reactor Netty. */
final class WebFluxTest {
  @Nested
  @Tag("older-version")
  final class Annotated5 extends WebFluxContract {
    Annotated5() {
      super("5", "annotated");
    }
  }

  @Nested
  @Tag("older-version")
  final class Functional5 extends WebFluxContract {
    Functional5() {
      super("5", "functional");
    }
  }

  @Nested
  @Tag("older-version")
  final class Annotated6 extends WebFluxContract {
    Annotated6() {
      super("6", "annotated");
    }
  }

  @Nested
  @Tag("older-version")
  final class Functional6 extends WebFluxContract {
    Functional6() {
      super("6", "functional");
    }
  }

  @Nested
  final class Annotated7 extends WebFluxContract {
    Annotated7() {
      super("7", "annotated");
    }
  }

  @Nested
  final class Functional7 extends WebFluxContract {
    Functional7() {
      super("7", "functional");
    }
  }
}
