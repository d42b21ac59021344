package dev.gossamer.instrumentation.guava;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs when a future is done, runs below the request that asked for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GuavaContract {
  @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

  private final RecordingServer farEnd = RecordingServer.start();
  private final String version;

  GuavaContract(String version) {
    this.version = version;
  }

  AgentJvmBuilder application() {
    return AgentJvm.app(GuavaApp.class).libraries(version);
  }

  @AfterAll
  final void stopFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @CsvSource({"listener,1", "pooled-listener,1", "late-listener,1", "callback,1", "transform,2"})
  void listenersRunInTheContextInWhichTheyWereAddedAndLeaveNothing(String command, int calls) {
    String result = under(command, farEnd.url("/listener"), farEnd.url("/own"));
    assertThat(result).endsWith("200");
    SpanExpectation listener = got("/listener").childOf(0);
    agent
        .traces()
        .exactly(
            calls == 1
                ? trace(server(), listener)
                : trace(server(), listener, got("/listener").childOf(0)),
            trace(got("/own").root()));
  }

  @Test
  void aFailureRunsItsCallbackInTheContextInWhichItWasAdded() {
    assertThat(under("failure", farEnd.url("/failure"))).isEqualTo("200");
    agent.traces().exactly(trace(server(), got("/failure").childOf(0)));
  }

  @Test
  void aSubmittedTaskAndItsTransformationRunBelowTheCaller() {
    assertThat(under("submit", farEnd.url("/task"))).isEqualTo("200200");
    agent.traces().exactly(trace(server(), got("/task").childOf(0), got("/task").childOf(0)));
  }

  @Test
  void listenersOfATaskRunInTheContextInWhichTheyWereAdded() {
    assertThat(under("task", farEnd.url("/task"))).isEqualTo("200");
    agent.traces().exactly(trace(server(), got("/task").childOf(0)));
  }

  @Test
  void listenersOfSeveralRequestsEachRunInTheirOwnContext() {
    under("add", "shared", farEnd.url("/a"));
    under("add", "shared", farEnd.url("/b"));
    assertThat(under("complete", "shared", farEnd.url("/own"))).isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(server(), got("/a").childOf(0)),
            trace(server(), got("/b").childOf(0)),
            trace(server(), got("/own").childOf(0)));
  }

  final String under(String command, String... arguments) {
    return agent.jvm().callUnderSpan(null, command, arguments);
  }

  static SpanExpectation server() {
    return span().kind(SERVER).root();
  }

  private SpanExpectation got(String path) {
    return span("GET").kind(CLIENT).attribute("url.full", farEnd.url(path));
  }
}
