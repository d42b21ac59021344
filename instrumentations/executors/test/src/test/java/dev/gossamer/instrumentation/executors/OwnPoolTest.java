package dev.gossamer.instrumentation.executors;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RecordingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The agent looks at the class of a pool before the JVM has what it extends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnPoolTest {
  private final RecordingServer farEnd = RecordingServer.start();

  @RegisterExtension final AgentExtension agent = AgentExtension.shared(OwnPoolApp.class);

  @AfterAll
  void stopFarEnd() {
    farEnd.close();
  }

  @Test
  void whatTheFirstPoolOfAJvmExtendsIsInstrumentedAsWell() {
    assertThat(agent.jvm().callUnderSpan(null, "submit", farEnd.url("/"))).isEqualTo("200");
    agent.traces().exactly(trace(span().kind(SERVER).root(), span("GET").kind(CLIENT).childOf(0)));
  }
}
