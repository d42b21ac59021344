package dev.gossamer.instrumentation.rxjava;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
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

/** What a subscription does belongs to the trace in which it was made, and to no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RxJavaContract {
  @RegisterExtension
  final AgentExtension agent = AgentExtension.shared(() -> RxLibraries.application(libraries()));

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
  @ValueSource(
      strings = {
        "io",
        "computation",
        "single",
        "trampoline",
        "new-thread",
        "from-service",
        "from-scheduled",
        "from-executor"
      })
  void everySchedulerRunsATaskInTheContextOfTheSubscription(String scheduler) {
    for (String way : List.of("subscribe-on-", "delay-on-")) {
      call(way + scheduler, "200", 1);
    }
    call("observe-on-" + scheduler, "[200, 200]", 2);
    // On the trampoline an interval of RxJava 2.1 never ends.
    if (!scheduler.equals("trampoline")) {
      call("interval-on-" + scheduler, "[200, 200]", 2);
    }
    call("direct-on-" + scheduler, "true", 2);
    call("worker-on-" + scheduler, "true", 3);

    // The same threads, and nobody's request.
    for (String way : List.of("subscribe-on-", "delay-on-")) {
      agent.jvm().call(way + scheduler, farEnd.url("/"));
      agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "buffer, 200, 1",
    "sample, 200, 1",
    "timeout, 200, 1",
    "retry, 200, 3",
    "error, 200, 1",
    "cancel, true, 1",
    "flat-map, 4, 4",
    "zip, 400, 2",
    "parallel, 4, 4",
  })
  void anOperatorRunsInTheContextOfTheSubscription(String way, String result, int requests) {
    call(way, result, requests);
  }

  @ParameterizedTest
  @CsvSource({
    "observable-create, '[200]', 2",
    "flowable-create, 200, 2",
    "single-create, 200, 1",
    "maybe-create, 200, 1",
    "completable-create, 200, 1",
    "error-from-anywhere, 200, 1",
    "subject, 200, 1",
    "processor, 200, 1",
    "fused, '[200, 200]', 2",
    "own-observable, 200, 1",
    "from-publisher, 200, 1",
    "flat-map-publisher, 200, 1",
  })
  void aSignalOfAnyThreadIsSeenInTheContextOfTheSubscription(
      String way, String result, int requests) {
    call(way, result, requests);

    agent.jvm().call("loop", farEnd.url("/"));
    agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"together-shared", "together-cached"})
  void subscribersOfOneSourceStayApart(String way) throws InterruptedException {
    Thread other = new Thread(() -> agent.jvm().callUnderSpan(null, way, farEnd.url("/")));
    other.start();
    agent.jvm().callUnderSpan(null, way, farEnd.url("/"));
    other.join();

    agent.traces().exactly(trace(serverWith(1)), trace(serverWith(1)));
  }

  @Test
  void aSubscriptionOfNobodysRequestTakesTheContextThatASignalBrings() {
    agent.jvm().call("listen");
    agent.jvm().callUnderSpan(null, "tell", farEnd.url("/"));
    agent.traces().exactly(trace(serverWith(1)));

    agent.jvm().call("tell", farEnd.url("/"));
    agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @Test
  void aTaskOfNobodyInTheTurnOfARequestsTaskHasNoParent() {
    agent.jvm().callUnderSpan(null, "drain", farEnd.url("/"));

    agent.traces().exactly(trace(serverWith(1)), trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @Test
  void hooksOfTheApplicationSeeItsOwnObjects() {
    String seen = agent.jvm().callUnderSpan(null, "hooks", farEnd.url("/"));
    agent.traces().exactly(trace(serverWith(1)));

    assertThat(agent.jvm().call("hooks", farEnd.url("/"))).isEqualTo(seen);
    agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
    assertThat(seen)
        .contains("assembled ObservableMap", "MapObserver subscribed to PublishSubject", "[200]")
        .doesNotContain("Context");
  }

  private void call(String way, String result, int requests) {
    assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo(result);
    agent.traces().exactly(trace(serverWith(requests)));
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
