package dev.gossamer.instrumentation.okhttp;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Calls of every kind by every line of OkHttp. */
final class OkHttpCallsTest {
  @Nested
  final class Newest extends NewerCallsContract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version4 extends NewerCallsContract {
    Version4() {
      super("4");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version3 extends NewerCallsContract {
    Version3() {
      super("3");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends CallsContract {
    Oldest() {
      super("oldest");
    }
  }
}
