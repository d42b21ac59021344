package dev.gossamer.instrumentation.log4j1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.logging.LogContextContract;
import dev.gossamer.testing.logging.LogRecordContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every logging library does, with reload4j and with Log4j's newest and oldest version. */
final class Log4j1Test {
  @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

  private static AgentJvmBuilder with(String libraries) {
    return AgentJvm.app(Log4j1App.class).libraries(libraries);
  }

  @Nested
  final class Newest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return with("newest");
    }
  }

  @Nested
  final class Reload4j extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return with("reload4j");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return with("oldest");
    }
  }

  @Nested
  final class Reload4jRecords extends Records {
    Reload4jRecords() {
      super("reload4j");
    }
  }

  @Nested
  @Tag("older-version")
  final class OldestRecords extends Records {
    OldestRecords() {
      super("oldest");
    }
  }

  @Test
  void allEntriesTogetherHaveTheIdsToo() {
    AgentJvm jvm = agent.launch(with("reload4j"));
    String entries = jvm.callUnderSpan(null, "all", "hello");
    SpanRecord server = agent.receiver().awaitSpans(1).get(0);
    agent.receiver().claimAll();
    assertThat(entries)
        .isEqualTo(
            "{own=application, span_id=%s, trace_flags=%02x, trace_id=%s}"
                .formatted(server.spanId(), server.flags() & 0xff, server.traceId()));
  }

  /** Their classes have the same names; their events are those of the library behind. */
  @ParameterizedTest
  @ValueSource(strings = {"log4j2", "slf4j"})
  void whatABridgeLogsIsOneRecord(String bridge) {
    AgentJvm jvm =
        agent.launch(
            AgentJvm.app(BridgeApp.class)
                .libraries(bridge)
                .jvmArgs("-Dlog4j2.level=INFO")
                .logs()
                .env("OTEL_BLRP_SCHEDULE_DELAY", "10"));
    jvm.call("log", "hello");
    assertThat(jvm.finish()).isZero();
    assertThat(agent.receiver().logs())
        .singleElement()
        .satisfies(record -> assertThat(record.body()).isEqualTo("hello"))
        .satisfies(record -> assertThat(record.scope()).isEqualTo("bridged"));
  }

  private abstract static class Records extends LogRecordContract {
    private final String version;

    Records(String version) {
      this.version = version;
    }

    @Override
    protected AgentJvmBuilder application() {
      return with(version);
    }

    @Override
    protected String setting() {
      return "OTEL_INSTRUMENTATION_LOG4J_APPENDER_";
    }

    @Override
    protected String pairs() {
      return "";
    }

    @Override
    protected Map<String, Integer> levels() {
      return Map.of(
          "FINEST", 1, "TRACE", 1, "DEBUG", 5, "INFO", 9, "NOTICE", 11, "WARN", 13, "ERROR", 17,
          "FATAL", 21, "PANIC", 21);
    }
  }
}
