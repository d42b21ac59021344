package dev.gossamer.instrumentation.spark;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract on every Spark, in its own server and in a servlet container. */
final class SparkTest {
  @Nested
  final class Newest extends SparkContract {
    Newest() {
      super(SparkApp.class, "newest", "");
    }
  }

  @Nested
  final class NewestAsFilter extends SparkContract {
    NewestAsFilter() {
      super(SparkFilterApp.class, "newest", "/app/api");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends SparkContract {
    Oldest() {
      super(SparkApp.class, "oldest", "");
    }
  }

  @Nested
  @Tag("older-version")
  final class OldestAsFilter extends SparkContract {
    OldestAsFilter() {
      super(SparkFilterApp.class, "oldest", "/app/api");
    }
  }
}
