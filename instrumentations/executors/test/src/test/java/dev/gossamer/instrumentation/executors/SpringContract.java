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

/**
 * Spring's executors and schedulers: a task belongs to its submission, a periodic one to nobody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpringContract {
  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(() -> AgentJvm.app(SpringApp.class).libraries(libraries()));

  private RecordingServer farEnd;

  /** Which of libraries.properties the application runs with. */
  abstract String libraries();

  abstract boolean hasListenableFutures();

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
    "async-future, 200",
    "async-void, true",
    "async-named, 200",
    "execute-simple, true",
    "submit-simple, 200",
    "execute-simple-limited, true",
    "submit-simple-limited, 200",
    "execute-pool, true",
    "submit-pool, 200",
    "execute-pool-decorating, true",
    "submit-pool-decorating, 200",
    "once-pool, true false",
    "once-concurrent, true false",
  })
  void aTaskRunsInTheContextOfItsSubmission(String way, String result) {
    assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo(result);
    agent.traces().exactly(trace(serverWith(1)));

    agent.jvm().call(way, farEnd.url("/"));
    agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate-pool", "rate-concurrent", "trigger-pool", "trigger-concurrent"})
  void aPeriodicTaskBelongsToNobodysRequest(String way) {
    assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo("true");

    SpanExpectation alone = span("GET").kind(SpanKind.CLIENT).root();
    agent.traces().exactly(trace(serverWith(0)), trace(alone), trace(alone));
  }

  @Test
  void aScheduledMethodBelongsToNobodysRequest() {
    agent.jvm().callUnderSpan(null, "scheduled-method", farEnd.url("/"));

    agent.traces().exactly(trace(serverWith(0)), trace(span("GET").kind(SpanKind.CLIENT).root()));
  }

  @Test
  void aCallbackRunsInTheContextOfItsTask() {
    assumeThat(hasListenableFutures()).isTrue();
    assertThat(agent.jvm().callUnderSpan(null, "listenable", farEnd.url("/"))).isEqualTo("200200");

    agent.traces().exactly(trace(serverWith(2)));
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
