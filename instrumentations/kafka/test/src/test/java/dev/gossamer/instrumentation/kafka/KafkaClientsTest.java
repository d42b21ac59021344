package dev.gossamer.instrumentation.kafka;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The contract for the versions of kafka-clients where something changed: 2.1 is the oldest that a
 * broker of today talks to, and makes producers in its own way; 2.8 is the last 2.x; 3.9 has the
 * new consumer behind the old class; then the latest.
 */
final class KafkaClientsTest {
  @Nested
  @Tag("older-version")
  final class Send21 extends SendContract {
    Send21() {
      super("2.1.1");
    }
  }

  @Nested
  @Tag("older-version")
  final class Consume21 extends ConsumeContract {
    Consume21() {
      super("2.1.1");
    }
  }

  @Nested
  @Tag("older-version")
  final class Send28 extends SendContract {
    Send28() {
      super("2.8.2");
    }
  }

  @Nested
  @Tag("older-version")
  final class Consume28 extends ConsumeContract {
    Consume28() {
      super("2.8.2");
    }
  }

  @Nested
  @Tag("older-version")
  final class Send39 extends SendContract {
    Send39() {
      super("3.9.1");
    }
  }

  @Nested
  @Tag("older-version")
  final class Consume39 extends ConsumeContract {
    Consume39() {
      super("3.9.1");
    }
  }

  @Nested
  final class SendLatest extends SendContract {
    SendLatest() {
      super("latest");
    }
  }

  @Nested
  final class ConsumeLatest extends ConsumeContract {
    ConsumeLatest() {
      super("latest");
    }
  }
}
