package dev.gossamer.instrumentation.opentelemetryannotations;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The newest and the oldest version of the annotations, and none. */
final class AnnotationsTest {
  @Nested
  final class Newest extends AnnotationsContract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends AnnotationsContract {
    Oldest() {
      super("oldest");
    }
  }
}
