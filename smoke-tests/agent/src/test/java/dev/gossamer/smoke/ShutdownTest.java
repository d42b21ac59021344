package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Answer;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.TraceExpectation;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The last spans leave with the JVM, and never keep it. No batch is due before the end. */
final class ShutdownTest {
  private static final TraceExpectation GET = trace(span("GET").kind(SpanKind.CLIENT).root());

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

  @Test
  void spansThatEndedRightBeforeATerminationArrive() {
    AgentJvm jvm = launch();
    assertThat(jvm.call("get", farEnd.url("/"))).isEqualTo("200");

    assertThat(jvm.stop()).isEqualTo(143);

    AGENT.traces().exactly(GET);
  }

  @Test
  void spansArriveWhenMainReturns() {
    AgentJvm jvm =
        AGENT.launch(slow(Apps.app(HelloApp.class).args(farEnd.url("/"))).withoutFence());

    assertThat(jvm.awaitExit()).isZero();

    assertThat(jvm.stdout()).containsExactly("hello");
    AGENT.traces().exactly(GET);
  }

  @Test
  void spansArriveWhenTheApplicationExits() {
    AgentJvm jvm = launch();
    assertThat(jvm.call("get", farEnd.url("/"))).isEqualTo("200");
    jvm.call("exit");

    assertThat(jvm.awaitExit()).isEqualTo(7);

    AGENT.traces().exactly(GET);
  }

  @Test
  void aCollectorThatNeverAnswersDoesNotKeepTheJvm() {
    AGENT.receiver().answer(Answer.ok().withDelay(Duration.ofDays(1)));
    AgentJvm jvm = launch();
    assertThat(jvm.call("get", farEnd.url("/"))).isEqualTo("200");

    assertThat(jvm.stop()).isEqualTo(143);

    AGENT.expectErrorLine(jvm, "the JVM ends before the last spans are exported");
    assertThat(AGENT.receiver().spans()).isEmpty();
  }

  @Test
  void aCollectorThatIsAwayDoesNotKeepTheJvm() {
    RecordingServer away = RecordingServer.start();
    away.close();
    AgentJvm jvm =
        AGENT.launch(
            slow(Apps.smoke())
                .withoutFence()
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + away.port()));
    jvm.port();
    assertThat(jvm.call("get", farEnd.url("/"))).isEqualTo("200");

    assertThat(jvm.stop()).isEqualTo(143);

    AGENT.expectErrorLine(jvm, "the JVM ends before the last spans are exported to http://127");
  }

  private static AgentJvm launch() {
    AgentJvm jvm = AGENT.launch(slow(Apps.smoke()).withoutFence());
    jvm.port();
    return jvm;
  }

  private static AgentJvmBuilder slow(AgentJvmBuilder builder) {
    return builder.env("OTEL_BSP_SCHEDULE_DELAY", "600000");
  }
}
