package dev.gossamer.instrumentation.javalin;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract on every Javalin. */
final class JavalinTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends JavalinContract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Newest5 extends JavalinContract {
    Newest5() {
      super("newest-5");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest6 extends JavalinContract {
    Oldest6() {
      super("oldest-6");
    }
  }

  @Nested
  final class Newest6 extends JavalinContract {
    Newest6() {
      super("newest-6");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest7 extends JavalinContract {
    Oldest7() {
      super("oldest-7");
    }
  }

  @Nested
  final class Newest extends JavalinContract {
    Newest() {
      super("newest");
    }
  }
}
