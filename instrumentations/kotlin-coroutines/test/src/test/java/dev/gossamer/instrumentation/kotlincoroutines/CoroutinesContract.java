package dev.gossamer.instrumentation.kotlincoroutines;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coroutines belong to the trace in which they were launched, and to no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CoroutinesContract {
  private static final String APP = "dev.gossamer.instrumentation.kotlincoroutines.CoroutinesAppKt";

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(() -> AgentJvm.app(APP).libraries(libraries()));

  private RecordingServer farEnd;

  /** Which of libraries.properties the application runs with. */
  abstract String libraries();

  @BeforeAll
  void startFarEnd() {
    farEnd = RecordingServer.start();
  }

  @AfterAll
  void stopFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @CsvSource({
    "run-blocking, 200, 1",
    "launch, kotlin.Unit, 1",
    "launch-default, kotlin.Unit, 1",
    "async, 200, 1",
    "with-context, 400, 2",
    "with-context-nested, 600, 3",
    "application-scope, true, 1",
    "global-scope, 200, 1",
    "undispatched, 400, 2",
    "lazy, 200, 1",
    "many, 20, 20",
    "own-element, 200, 2",
    "hops, 200, 1",
    "foreign-resume, 200, 1",
    "unconfined, kotlin.Unit, 2",
    "unconfined-goes-on, 400, 3",
    "run-interruptible, 200, 1",
    "limited, 200, 1",
    "select, 200, 1",
    "mutex, 200, 1",
    "future, 200, 1",
    "flow, 2, 2",
    "flow-on, 1, 2",
    "flow-same-context, 1, 2",
    "channel-flow, 2, 2",
    "flat-map-merge, 2, 2",
    "shared-flow, 200, 1",
    "produce, 400, 2",
    "supervisor, kotlin.Unit, 2",
    "failure, 200, 1",
    "cancel, 200, 2",
    "timeout, 200, 1",
    "executor-default, 200, 1",
    "executor-io, 200, 1",
    "executor-limited, 200, 1",
    "executor-pool, 200, 1",
  })
  void whatACoroutineDoesBelongsToWhereItWasLaunched(String way, String result, int requests) {
    assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo(result);

    agent.traces().exactly(trace(serverWith(requests)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"launch-default", "async", "foreign-resume", "unconfined", "flow-on"})
  void aCoroutineLaunchedByNobodysRequestHasNoParent(String way) {
    agent.jvm().callUnderSpan(null, "many", farEnd.url("/"));
    agent.traces().exactly(trace(serverWith(20)));

    agent.jvm().call(way, farEnd.url("/"));
    SpanExpectation alone = span("GET").kind(SpanKind.CLIENT).root();
    if (way.equals("unconfined") || way.equals("flow-on")) {
      agent.traces().exactly(trace(alone), trace(alone));
    } else {
      agent.traces().exactly(trace(alone));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "unconfined", "pool"})
  void aCoroutineOfTheApplicationDoesNotAdoptWhoResumesIt(String dispatcher) {
    agent.jvm().callUnderSpan(null, "background", dispatcher, farEnd.url("/"));

    agent.traces().exactly(trace(serverWith(1)), trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "io", "limited", "pool"})
  void threadsOfADispatcherKeepNothing(String dispatcher) {
    for (String way : List.of("many", "cancel", "timeout", "supervisor")) {
      agent.jvm().callUnderSpan(null, way, farEnd.url("/"));
    }
    agent
        .traces()
        .exactly(
            trace(serverWith(20)),
            trace(serverWith(2)),
            trace(serverWith(1)),
            trace(serverWith(2)));

    assertThat(agent.jvm().call("two-threads", dispatcher, farEnd.url("/"))).isEqualTo("400");
    agent
        .traces()
        .exactly(
            trace(span("GET").kind(SpanKind.CLIENT).root()),
            trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @Test
  void requestsAtTheSameTimeStayApart() throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread caller =
          new Thread(() -> agent.jvm().callUnderSpan(null, "with-context-nested", farEnd.url("/")));
      caller.start();
      callers.add(caller);
    }
    for (Thread caller : callers) {
      caller.join();
    }
    agent
        .traces()
        .exactly(
            trace(serverWith(3)), trace(serverWith(3)), trace(serverWith(3)), trace(serverWith(3)));
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
