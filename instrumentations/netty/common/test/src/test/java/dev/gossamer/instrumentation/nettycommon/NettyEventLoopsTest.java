package dev.gossamer.instrumentation.nettycommon;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work on event loops belongs to whoever handed it over, and to nobody else. */
final class NettyEventLoopsTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  final class Newest41 extends Contract {
    Newest41() {
      super("4.1");
    }
  }

  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {
    private final RecordingServer farEnd = RecordingServer.start();

    @RegisterExtension final AgentExtension agent;

    Contract(String variant) {
      agent =
          AgentExtension.shared(() -> AgentJvm.app(NettyEventLoopsApp.class).libraries(variant));
    }

    @AfterAll
    void stopFarEnd() {
      farEnd.close();
    }

    @ParameterizedTest
    @CsvSource({
      "execute, true, 1",
      "execute-plain, true, 1",
      "execute-global, true, 1",
      "submit, 200, 1",
      "schedule, 200, 1",
      "schedule-runnable, true, 1",
      "schedule-global, 200, 1",
      "schedule-inside, true, 1",
      "same-task-twice, true, 2",
      "listener, true, 2",
      "listener-of-done, true, 2",
      "listener-removed, true, 1",
      "throwing, true, 1",
      "refused, refused, 0",
    })
    void workRunsInTheContextInWhichItWasHandedOver(String way, String result, int requests) {
      assertThat(agent.jvm().callUnderSpan(null, way, farEnd.url("/"))).isEqualTo(result);

      agent.traces().exactly(trace(serverWith(requests)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"execute", "execute-plain", "execute-global", "submit", "schedule", "throwing"})
    void workWithoutContextIsItsOwnRootAfterWorkWithContext(String way) {
      agent.jvm().callUnderSpan(null, way, farEnd.url("/"));
      agent.traces().exactly(trace(serverWith(1)));

      agent.jvm().call(way, farEnd.url("/"));
      agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
    }

    @Test
    void aPeriodicTaskBelongsToNobodysRequest() {
      assertThat(agent.jvm().callUnderSpan(null, "periodic", farEnd.url("/"))).isEqualTo("true");

      agent
          .traces()
          .exactly(
              trace(serverWith(0)),
              trace(span("GET").kind(SpanKind.CLIENT).root()),
              trace(span("GET").kind(SpanKind.CLIENT).root()));
    }

    @Test
    void aListenerBelongsToWhoAddedItAndNotToWhoCompletesThePromise() {
      agent.jvm().callUnderSpan(null, "listener-added", farEnd.url("/added"));
      agent.jvm().callUnderSpan(null, "listener-told", farEnd.url("/told"));

      SpanExpectation added = span("GET").kind(SpanKind.CLIENT).childOf(0);
      SpanExpectation told = span("GET").kind(SpanKind.CLIENT).childOf(0);
      agent
          .traces()
          .exactly(
              trace(
                  span("GET /call").kind(SpanKind.SERVER).root(),
                  added.attribute("url.full", farEnd.url("/added"))),
              trace(
                  span("GET /call").kind(SpanKind.SERVER).root(),
                  told.attribute("url.full", farEnd.url("/told"))));
    }

    @Test
    void anEventLoopThatARequestStartedInheritsNothing() {
      agent.jvm().callUnderSpan(null, "loop-in-pool-first", farEnd.url("/"));
      agent.traces().exactly(trace(serverWith(1)));

      agent.jvm().call("loop-in-pool-later", farEnd.url("/"));
      agent.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
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
}
