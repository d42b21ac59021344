package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.testing.AgentJvmBuilder;
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

  /** Where the annotated classes are loaded already. */
  @Nested
  final class Attached extends AnnotationsContract {
    Attached() {
      super("newest");
    }

    @Override
    AgentJvmBuilder application() {
      return super.application().attached();
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
