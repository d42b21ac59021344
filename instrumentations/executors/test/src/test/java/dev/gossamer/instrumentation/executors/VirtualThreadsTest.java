package dev.gossamer.instrumentation.executors;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that is made for one task belongs to the trace in which it was made. */
final class VirtualThreadsTest {
  private record Way(String name, String result, int requests) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("start", "ended", 1),
          new Way("builder-start", "ended", 1),
          new Way("builder-unstarted", "ended", 1),
          new Way("factory", "ended", 1),
          new Way("per-task", "sent2true", 4),
          new Way("per-task-platform", "sent2true", 4),
          new Way("inside-another", "sent", 1),
          new Way("many", "20", 20),
          new Way("structured", "joined", 2),
          new Way("structured-platform", "joined", 2));

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  private static RecordingServer farEnd;

  @BeforeAll
  static void startFarEnd() {
    farEnd = RecordingServer.start();
  }

  @AfterAll
  static void stopFarEnd() {
    farEnd.close();
  }

  static Stream<JavaRuntime> runtimes() {
    return JavaRuntimes.from(21).stream();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("runtimes")
  void aThreadOfOneTaskRunsInTheContextOfItsMaking(JavaRuntime runtime) {
    AgentJvm jvm =
        AGENT.launch(
            AgentJvm.app(VirtualThreadsApp.class)
                .javaHome(runtime.home())
                .jvmArgs("--enable-preview"));
    jvm.port();
    SpanExpectation alone = span("GET").kind(SpanKind.CLIENT).root();
    for (Way way : WAYS) {
      assertThat(jvm.callUnderSpan(null, way.name, farEnd.url("/"))).isEqualTo(way.result);
      AGENT.traces().exactly(trace(serverWith(way.requests)));

      // The same carriers, and nobody's request.
      jvm.call("start", farEnd.url("/"));
      AGENT.traces().exactly(trace(alone));
    }
    jvm.call("structured", farEnd.url("/"));
    AGENT.traces().exactly(trace(alone), trace(alone));
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
