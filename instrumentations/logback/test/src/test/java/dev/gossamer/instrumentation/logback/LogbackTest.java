package dev.gossamer.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.logging.LogContextContract;
import dev.gossamer.testing.logging.LogRecordContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every logging library does, on the newest and the oldest version. */
final class LogbackTest {
  @Nested
  final class Newest extends Properties {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Properties {
    Oldest() {
      super("oldest");
    }
  }

  private abstract static class Properties extends LogContextContract {
    private final String version;

    Properties(String version) {
      this.version = version;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(LogbackApp.class).libraries(version);
    }

    /** As a socket's appender does, to a reader that has no agent. */
    @Test
    void areWrittenToStreamsAsAnyMap() {
      String read = agent.jvm().callUnderSpan(null, "stream", "");
      claimRequest();
      assertThat(read)
          .matches(
              "HashMap \\{own=application, span_id=\\w{16}, trace_flags=03, trace_id=\\w{32}}");
    }

    @Test
    void canBeChangedByAnAppender() {
      String changed = agent.jvm().callUnderSpan(null, "change", "");
      claimRequest();
      assertThat(changed)
          .matches("\\{own=changed, trace_flags=03, trace_id=\\w{32}} true false changed");
    }

    private void claimRequest() {
      agent.receiver().awaitSpans(1);
      agent.receiver().claimAll();
    }
  }

  @Nested
  final class NewestRecords extends Records {
    NewestRecords() {
      super("newest");
    }

    @Override
    protected String pairs() {
      return setting() + "EXPERIMENTAL_CAPTURE_KEY_VALUE_PAIR_ATTRIBUTES";
    }
  }

  @Nested
  @Tag("older-version")
  final class OldestRecords extends Records {
    OldestRecords() {
      super("oldest");
    }

    @Override
    protected String pairs() {
      return "";
    }
  }

  private abstract static class Records extends LogRecordContract {
    private final String version;

    Records(String version) {
      this.version = version;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(LogbackApp.class).libraries(version);
    }

    @Override
    protected String setting() {
      return "OTEL_INSTRUMENTATION_LOGBACK_APPENDER_";
    }

    @Override
    protected Map<String, Integer> levels() {
      return Map.of("TRACE", 1, "DEBUG", 5, "INFO", 9, "WARN", 13, "ERROR", 17);
    }

    /** Without the agent nobody reads them: none of its appenders formats. */
    @Test
    void textsThatLogThemselvesAreCutShort() {
      AgentJvm jvm = others.launch(application().logs());
      jvm.call("record-endless");
      others.expectErrorLine(jvm, "log events within log events");
      assertThat(records(others, jvm)).hasSizeBetween(1, 10);
    }
  }
}
