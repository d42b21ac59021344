package dev.gossamer.instrumentation.log4j;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.logging.LogContextContract;
import dev.gossamer.testing.logging.LogRecordContract;
import java.util.Map;
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

  @Nested
  final class NewestRecords extends Records {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(Log4jApp.class).libraries("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class OldestRecords extends Records {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(Log4jApp.class).libraries("oldest");
    }
  }

  /** Loggers hand their events to another thread, each for itself. */
  @Nested
  final class AsynchronousConfigurations extends Records {
    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(Log4jApp.class).libraries("newest", "disruptor").args("async");
    }
  }

  /** All loggers hand what is logged to another thread before there is an event. */
  @Nested
  final class AsynchronousLoggers extends Records {
    @Override
    protected AgentJvmBuilder application() {
      return allAsynchronous("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class OldestAsynchronousLoggers extends Records {
    @Override
    protected AgentJvmBuilder application() {
      return allAsynchronous("oldest");
    }
  }

  private static AgentJvmBuilder allAsynchronous(String version) {
    return AgentJvm.app(Log4jApp.class)
        .libraries(version, "disruptor")
        .jvmArgs(
            "-Dlog4j2.contextSelector=org.apache.logging.log4j.core.async"
                + ".AsyncLoggerContextSelector");
  }

  private abstract static class Records extends LogRecordContract {
    @Override
    protected String setting() {
      return "OTEL_INSTRUMENTATION_LOG4J_APPENDER_";
    }

    @Override
    protected String pairs() {
      return setting() + "EXPERIMENTAL_CAPTURE_MAP_MESSAGE_ATTRIBUTES";
    }

    @Override
    protected String pairKey() {
      return "log4j.map_message.sku";
    }

    @Override
    protected Map<String, Integer> levels() {
      return Map.of(
          "TRACE", 1, "DEBUG", 5, "INFO", 9, "NOTICE", 11, "WARN", 13, "ERROR", 17, "FATAL", 21);
    }
  }
}
