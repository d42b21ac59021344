package dev.gossamer.instrumentation.opentelemetryreactor;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application stores takes effect without any hook of its own. */
final class OpenTelemetryReactorTest {
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

    private final RecordingServer farEnd = RecordingServer.start();

    Contract(String version) {
      agent = AgentExtension.shared(() -> AgentJvm.app(StoringApp.class).libraries(version));
    }

    @AfterAll
    void stopFarEnd() {
      farEnd.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "run-mono", "run-flux"})
    void aStoredContextIsTheOneOfTheSignals(String command) {
      assertThat(under(command)).isEqualTo("200");
      agent.traces().exactly(trace(server(), span("stored").childOf(0), get().childOf(1)));
    }

    @Test
    void withoutOneItIsTheContextOfTheSubscription() {
      assertThat(under("store")).isEqualTo("200");
      assertThat(under("none")).isEqualTo("200");
      agent
          .traces()
          .exactly(
              trace(server(), span("stored").childOf(0), get().childOf(1)),
              trace(server(), get().childOf(0)));
    }

    private String under(String command) {
      return agent.jvm().callUnderSpan(null, command, farEnd.url("/far"));
    }

    private static SpanExpectation server() {
      return span("GET /call").kind(SERVER).root();
    }

    private static SpanExpectation get() {
      return span("GET").kind(CLIENT);
    }
  }
}
