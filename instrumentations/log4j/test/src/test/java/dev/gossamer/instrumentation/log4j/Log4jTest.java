package dev.gossamer.instrumentation.log4j;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.logging.LogContextContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every logging library does, on the newest and the oldest version. */
final class Log4jTest {
  @Nested
  final class Newest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(Log4jApp.class).libraries("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(Log4jApp.class).libraries("oldest");
    }
  }
}
