package dev.gossamer.instrumentation.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines name the span they were written in. */
final class Log4jTest {
  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {
    @RegisterExtension final AgentExtension agent;

    Contract(String version) {
      agent = AgentExtension.shared(() -> AgentJvm.app(Log4jApp.class).libraries(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "log-async"})
    void aLineHasTheIdsOfItsSpan(String command) {
      String line = agent.jvm().callUnderSpan(null, command, "hello");
      SpanRecord server = agent.receiver().awaitSpans(1).get(0);
      agent.receiver().claimAll();
      assertThat(line)
          .isEqualTo(
              "trace=%s span=%s flags=%02x own=application hello"
                  .formatted(server.traceId(), server.spanId(), server.flags() & 0xff));
    }

    @Test
    void whatTheApplicationSetStays() {
      String line = agent.jvm().callUnderSpan(null, "log-own", "hello");
      SpanRecord server = agent.receiver().awaitSpans(1).get(0);
      agent.receiver().claimAll();
      assertThat(line)
          .isEqualTo(
              "trace=mine span=%s flags=%02x own= hello"
                  .formatted(server.spanId(), server.flags() & 0xff));
    }

    @Test
    void outsideOfAnySpanThereIsNothingAndNothingRemains() {
      agent.jvm().callUnderSpan(null, "log", "hello");
      agent.receiver().awaitSpans(1);
      agent.receiver().claimAll();
      assertThat(agent.jvm().call("log", "hello"))
          .isEqualTo("trace= span= flags= own=application hello");
      assertThat(agent.jvm().call("remains")).isEqualTo("nothing");
    }
  }
}
