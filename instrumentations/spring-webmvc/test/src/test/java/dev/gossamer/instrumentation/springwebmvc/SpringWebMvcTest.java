package dev.gossamer.instrumentation.springwebmvc;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The server contract by every line of Spring MVC. */
final class SpringWebMvcTest {
  @Nested
  final class Version7 extends SpringWebMvcContract {
    Version7() {
      super("7");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version6 extends SpringWebMvcContract {
    Version6() {
      super("6");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version5 extends SpringWebMvcContract {
    Version5() {
      super("5");
    }
  }
}
