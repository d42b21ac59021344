package dev.gossamer.instrumentation.kotlincoroutines;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suspend functions are spans where there is Kotlin's own library and no kotlinx-coroutines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnlyKotlinTest {
  private static final String APP = "dev.gossamer.instrumentation.kotlincoroutines.OnlyKotlinAppKt";

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(() -> AgentJvm.app(APP).libraries("only-kotlin"));

  @Test
  void aFunctionIsOneSpanOnWhateverThreadsItGoesOn() {
    assertThat(agent.jvm().callUnderSpan(null, "later", "v")).isEqualTo("plain");
    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                method("later").attribute("x", "v").childOf(0),
                method("plain").childOf(1),
                method("plain").childOf(1),
                method("plain").childOf(1)));
    nothingIsLeftOnThePoolsThreads();
  }

  @Test
  void aFunctionThatFailsLaterIsAFailedSpan() {
    assertThat(agent.jvm().callUnderSpan(null, "fails")).isEqualTo("no good");
    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                method("fails")
                    .childOf(0)
                    .exception("java.lang.IllegalStateException", "no good")
                    .status(SpanStatus.ERROR)));
    nothingIsLeftOnThePoolsThreads();
  }

  private void nothingIsLeftOnThePoolsThreads() {
    agent.jvm().call("plain-task");
    agent.traces().exactly(trace(method("plain").root()));
  }

  private static SpanExpectation method(String name) {
    return span("OnlyKotlin." + name).kind(SpanKind.INTERNAL);
  }
}
