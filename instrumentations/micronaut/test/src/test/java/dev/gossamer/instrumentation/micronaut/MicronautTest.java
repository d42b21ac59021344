package dev.gossamer.instrumentation.micronaut;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;

/** What every HTTP server does, and what Micronaut has besides. */
final class MicronautTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends MicronautContract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @DisabledIf("dev.gossamer.instrumentation.micronaut.MicronautVersions#java25")
  final class Newest4 extends MicronautContract {
    Newest4() {
      super("4");
    }
  }

  @Nested
  @EnabledIf("dev.gossamer.instrumentation.micronaut.MicronautVersions#java25")
  final class Newest extends MicronautContract {
    Newest() {
      super("newest");
    }
  }
}
