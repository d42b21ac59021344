package dev.gossamer.instrumentation.jbosslogmanager;

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

/** What every logging library does, as the JVM's log manager, newest and oldest version. */
final class JBossLogManagerTest {
  @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

  private static AgentJvmBuilder with(String libraries) {
    return AgentJvm.app(JBossLogManagerApp.class)
        .libraries(libraries)
        .jvmArgs("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
  }

  @Nested
  final class Newest extends LogContextContract {
    @Override
    protected AgentJvmBuilder application() {
      return with("newest");
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
  final class NewestRecords extends Records {
    NewestRecords() {
      super("newest");
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
  void itIsTheLogManagerOfTheJvm() {
    AgentJvm jvm = agent.launch(with("newest"));
    assertThat(jvm.call("kind")).isEqualTo("org.jboss.logmanager.Logger");
  }

  @Test
  void aCopyOfARecordHasTheIdsToo() {
    AgentJvm jvm = agent.launch(with("newest"));
    String entries = jvm.callUnderSpan(null, "log-plain", "hello");
    SpanRecord server = agent.receiver().awaitSpans(1).get(0);
    agent.receiver().claimAll();
    assertThat(entries)
        .isEqualTo(
            "{own=application, span_id=%s, trace_flags=%02x, trace_id=%s}"
                .formatted(server.spanId(), server.flags() & 0xff, server.traceId()));
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
      return "OTEL_INSTRUMENTATION_JBOSS_LOGMANAGER_";
    }

    @Override
    protected String switchName() {
      return setting() + "APPENDER_ENABLED";
    }

    @Override
    protected String pairs() {
      return "";
    }

    @Override
    protected Map<String, Integer> levels() {
      return Map.of(
          "TRACE", 1, "DEBUG", 5, "CONFIG", 7, "INFO", 9, "NOTICE", 9, "WARN", 13, "WARNING", 13,
          "ERROR", 17, "SEVERE", 17, "FATAL", 21);
    }
  }
}
