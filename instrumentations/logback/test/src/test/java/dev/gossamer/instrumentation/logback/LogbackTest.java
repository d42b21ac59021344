package dev.gossamer.instrumentation.logback;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.logging.LogContextContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every logging library does, on the newest and the oldest version. */
final class LogbackTest {
  @Nested
  final class Newest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(LogbackApp.class).libraries("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(LogbackApp.class).libraries("oldest");
    }
  }
}
