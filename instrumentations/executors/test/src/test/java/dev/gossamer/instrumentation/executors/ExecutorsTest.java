package dev.gossamer.instrumentation.executors;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks belong to the trace in which they were submitted, and to no other. */
final class ExecutorsTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.shared(ExecutorsApp.class);

  private static RecordingServer farEnd;

  @BeforeAll
  static void startFarEnd() {
    farEnd = RecordingServer.start();
  }

  @AfterAll
  static void stopFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @CsvSource({
    "execute, true, 1",
    "submit-runnable, null, 1",
    "submit-callable, 200, 1",
    "submit-result, given, 1",
    "invoke-all, 2, 2",
    "invoke-all-timeout, 1, 1",
    "invoke-any, 200, 1",
    "invoke-any-timeout, 200, 1",
    "future-task, 200, 1",
    "same-task-thrice, true, 3",
    "caller-runs, true, 1",
    "rejected, rejected, 0",
    "schedule, 200, 1",
    "schedule-decorated, 200, 1",
    "fork-join-execute, true, 1",
    "fork-join-submit, 200, 1",
    "fork-join-invoke, 200200200200, 4",
    "parallel-stream, 800, 4",
    "supply-async, sent, 1",
    "supply-async-pool, sent, 1",
    "then-apply-async, start, 1",
    "own-executor-service, 200, 1",
    "hooks, true, 1",
    "remove-and-purge, true, 0",
    "priorities, '[1, 2]', 1",
    "throwing-task, 200, 1",
  })
  void aTaskRunsInTheContextOfItsSubmission(String way, String result, int requests) {
    assertThat(AGENT.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo(result);

    AGENT.traces().exactly(trace(serverWith(requests)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual-start", "virtual-executor"})
  void aVirtualThreadRunsInTheContextOfItsMaking(String way) {
    assumeVirtualThreads();
    AGENT.jvm().callUnderSpan(null, way, farEnd.url("/"));

    AGENT.traces().exactly(trace(serverWith(1)));
  }

  @Test
  void aPoolsVirtualThreadInheritsNothing() {
    assumeVirtualThreads();
    AGENT.jvm().callUnderSpan(null, "virtual-pool-first", farEnd.url("/"));
    AGENT.traces().exactly(trace(serverWith(1)));

    AGENT.jvm().call("virtual-pool-later", farEnd.url("/"));
    AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @Test
  void aPoolsThreadThatARequestStartedInheritsNothing() {
    AGENT.jvm().callUnderSpan(null, "loop-start", farEnd.url("/"));
    AGENT.traces().exactly(trace(serverWith(0)));

    AGENT.jvm().call("loop-later", farEnd.url("/"));
    AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @Test
  void aPeriodicTaskBelongsToNobodysRequest() {
    AGENT.jvm().callUnderSpan(null, "schedule-periodic", farEnd.url("/"));

    AGENT
        .traces()
        .exactly(
            trace(serverWith(0)),
            trace(span("GET").kind(SpanKind.CLIENT).root()),
            trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"execute", "submit-callable", "fork-join-submit", "supply-async"})
  void aTaskWithoutContextIsItsOwnRootAfterOneWithContext(String way) {
    AGENT.jvm().callUnderSpan(null, way, farEnd.url("/"));
    AGENT.traces().exactly(trace(serverWith(1)));

    AGENT.jvm().call(way, farEnd.url("/"));
    AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  private static void assumeVirtualThreads() {
    assumeThat(Integer.parseInt(AGENT.jvm().call("java-version"))).isGreaterThanOrEqualTo(21);
  }

  private static SpanExpectation[] serverWith(int requests) {
    List<SpanExpectation> spans = new ArrayList<>();
    spans.add(span("GET /call").kind(SpanKind.SERVER).root());
    for (int i = 0; i < requests; i++) {
      spans.add(span("GET").kind(SpanKind.CLIENT).childOf(0));
    }
    return spans.toArray(new SpanExpectation[0]);
  }
}
