package dev.gossamer.instrumentation.executors;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool of JBoss Threads: a task belongs to its submission, a periodic one to nobody. */
final class JBossThreadsTest {
  @Nested
  final class Newest extends Contract {
    Newest() {
      super("jboss-threads");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("jboss-threads-oldest");
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {
    private final RecordingServer farEnd = RecordingServer.start();
    private final String libraries;

    @RegisterExtension final AgentExtension agent;

    Contract(String libraries) {
      this.libraries = libraries;
      agent = AgentExtension.shared(() -> AgentJvm.app(JBossThreadsApp.class).libraries(libraries));
    }

    @AfterAll
    void stopFarEnd() {
      farEnd.close();
    }

    @ParameterizedTest
    @CsvSource({"execute, true", "submit, 200", "schedule, true", "schedule-callable, 200"})
    void aTaskRunsInTheContextOfItsSubmission(String way, String result) {
      assumeSchedules(way);
      assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo(result);
      agent.traces().exactly(trace(server(), client().childOf(0)));

      agent.jvm().call(way, farEnd.url("/"));
      agent.traces().exactly(trace(client().root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "delay"})
    void aPeriodicTaskBelongsToNobodysRequest(String way) {
      assumeSchedules(way);
      assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo("true");
      agent.traces().exactly(trace(server()), trace(client().root()), trace(client().root()));
    }

    private void assumeSchedules(String way) {
      assumeThat(way.equals("execute") || way.equals("submit") || libraries.equals("jboss-threads"))
          .isTrue();
    }

    private static SpanExpectation server() {
      return span("GET /call").kind(SpanKind.SERVER).root();
    }

    private static SpanExpectation client() {
      return span("GET").kind(SpanKind.CLIENT);
    }
  }
}
