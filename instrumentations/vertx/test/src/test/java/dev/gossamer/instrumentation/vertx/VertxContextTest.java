package dev.gossamer.instrumentation.vertx;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

final class VertxContextTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends VertxContextContract {
    Oldest() {
      super("oldest");
    }
  }

  /** Streams of HTTP/2 end otherwise than in the releases before and after. */
  @Nested
  @Tag("older-version")
  final class Between4 extends VertxContextContract {
    Between4() {
      super("between-4");
    }
  }

  @Nested
  final class Newest4 extends VertxContextContract {
    Newest4() {
      super("newest-4");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest5 extends VertxContextContract {
    Oldest5() {
      super("oldest-5");
    }
  }

  @Nested
  final class Newest extends VertxContextContract {
    Newest() {
      super("newest");
    }
  }
}
