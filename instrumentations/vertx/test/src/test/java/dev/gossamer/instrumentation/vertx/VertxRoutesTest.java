package dev.gossamer.instrumentation.vertx;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

final class VertxRoutesTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends VertxRoutesContract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  final class Newest4 extends VertxRoutesContract {
    Newest4() {
      super("newest-4");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest5 extends VertxRoutesContract {
    Oldest5() {
      super("oldest-5");
    }
  }

  @Nested
  final class Newest extends VertxRoutesContract {
    Newest() {
      super("newest");
    }
  }
}
