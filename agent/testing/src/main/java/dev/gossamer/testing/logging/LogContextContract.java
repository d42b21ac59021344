package dev.gossamer.testing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines name the span they were written in. The application's commands {@code log}, {@code
 * log-async} and {@code log-own} log their argument and answer with the line, {@code remains} with
 * what is left in the thread's logging context; the first two log under the key {@code own}, the
 * third under {@code trace_id}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LogContextContract {
  /** The application under the agent. */
  @RegisterExtension
  protected final AgentExtension agent = AgentExtension.shared(this::application);

  /** The application. */
  protected abstract AgentJvmBuilder application();

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
