package dev.gossamer.instrumentation.reactor;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReactorContract {
  private final RecordingServer farEnd = RecordingServer.start();

  @RegisterExtension final AgentExtension agent;

  /** With these arguments of {@link ReactorApp}. */
  ReactorContract(String version, String... arguments) {
    agent =
        AgentExtension.shared(
            () -> AgentJvm.app(ReactorApp.class).libraries(version).args(arguments));
  }

  @AfterAll
  void close() {
    farEnd.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "publish-on",
        "subscribe-on",
        "single",
        "from-executor",
        "from-service",
        "foreign-executor",
        "delay",
        "mono-create",
        "flat-map",
        "flux-create",
        "future",
        "sink-one",
        "sink-many",
        "own-publisher",
        "error",
        "retry",
        "interval",
        "defer-context"
      })
  void operatorsAfterAHopWorkInTheContextOfTheSubscription(String hop) {
    assertThat(agent.jvm().callUnderSpan(null, hop, farEnd.url("/" + hop))).isEqualTo("200");
    agent.traces().exactly(trace(span().kind(SERVER).root(), called(hop).childOf(0)));
    // The same threads, without a context.
    assertThat(agent.jvm().call(hop, farEnd.url("/" + hop))).isEqualTo("200");
    agent.traces().exactly(trace(called(hop).root()));
  }

  @Test
  void keepsConcurrentSubscriptionsApart() throws Exception {
    List<String> hops = List.of("delay", "flat-map", "sink-many", "subscribe-on", "retry");
    ExecutorService executor = Executors.newFixedThreadPool(10);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      List<TraceExpectation> expected = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String hop = hops.get(i % hops.size());
        String parent = String.format("00-%032x-%016x-01", i + 1, i + 1);
        String path = hop + "/" + i;
        calls.add(() -> agent.jvm().callUnderSpan(parent, hop, farEnd.url("/" + path)));
        expected.add(
            trace(
                span()
                    .kind(SERVER)
                    .traceId(String.format("%032x", i + 1))
                    .parent(String.format("%016x", i + 1)),
                called(path).childOf(0)));
      }
      for (Future<String> answer : executor.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo("200");
      }
      agent.traces().exactly(expected);
    } finally {
      executor.shutdownNow();
    }
  }

  private SpanExpectation called(String path) {
    return span("GET").kind(CLIENT).attribute("url.full", farEnd.url("/" + path));
  }
}
