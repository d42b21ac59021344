package dev.gossamer.instrumentation.kotlincoroutines;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Where coroutines carry no contexts, a function's span is current in its own code all the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NobodyCarriesContextsTest {
  private static final String APP = "dev.gossamer.instrumentation.kotlincoroutines.SuspendingAppKt";

  @RegisterExtension
  final AgentExtension agent =
      AgentExtension.shared(
          () ->
              AgentJvm.app(APP)
                  .libraries("newest")
                  .env("OTEL_INSTRUMENTATION_KOTLINX_COROUTINES_ENABLED", "false"));

  @Test
  void aSpanIsCurrentWheneverTheFunctionsOwnCodeRuns() {
    assertThat(agent.jvm().callUnderSpan(null, "once", "v")).isEqualTo("v");
    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                span("Suspending.once").kind(SpanKind.INTERNAL).attribute("x", "v").childOf(0),
                span("mark").attribute("at", "before").childOf(1),
                span("mark").attribute("at", "after").childOf(1),
                span("mark").attribute("at", "outside").childOf(0)));
  }
}
