package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.Answer;
import dev.gossamer.testing.OtlpReceiver;
import dev.gossamer.testing.RecordingServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the collector does is no business of the application. */
final class CollectorFaultsTest {
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final String LATER = "4bf92f3577b34da6a3ce929d0e0e4736";

  /**
   * A collector's misbehaviour.
   *
   * @param said what the one line has to name besides the endpoint
   */
  private record Fault(String name, Answer answer, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  private static Stream<Fault> faults() {
    return Stream.of(
        new Fault("400", Answer.status(400), "400"),
        new Fault("401", Answer.status(401), "401"),
        new Fault("405", Answer.status(405), "405"),
        new Fault("413", Answer.status(413), "413"),
        new Fault("429", Answer.status(429), "429"),
        new Fault("503", Answer.status(503).withHeader("Retry-After", "3600"), "503"),
        new Fault("connection closed", Answer.reset(), ""),
        new Fault("no answer ever", Answer.ok().withDelay(FOREVER), ""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void requestsAreAnsweredOneLineSaysWhyAndSpansFlowAgainAfterwards(Fault fault) {
    AGENT.receiver().answer(fault.answer);
    AgentJvm jvm = AGENT.launch(Apps.smoke().env("OTEL_EXPORTER_OTLP_TIMEOUT", "1000"));

    answers(jvm, 5);
    String line = AGENT.expectErrorLine(jvm, "cannot be exported");
    assertThat(line).contains(AGENT.receiver().endpoint(), fault.said);
    answers(jvm, 5);
    assertThat(AGENT.receiver().spans()).isEmpty();

    AGENT.receiver().answer(Answer.ok());
    assertThat(jvm.callUnderSpan("00-" + LATER + "-00f067aa0ba902b7-01", "ok")).isEqualTo("fine");
    AGENT.receiver().awaitSpan(span -> span.traceId().equals(LATER));
    AGENT.expectErrorLine(jvm, "again");
    isToldInOneLine(jvm);
  }

  @Test
  void aCollectorThatTakesNoSpansIsNotAskedAgain() {
    AGENT.receiver().answer(Answer.status(404));
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutFence());

    answers(jvm, 5);
    String line = AGENT.expectErrorLine(jvm, "no more spans");
    assertThat(line).contains(AGENT.receiver().endpoint(), "404");
    AGENT.receiver().answer(Answer.ok());
    int asked = AGENT.receiver().requests().size();
    answers(jvm, 5);

    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(AGENT.receiver().requests()).hasSize(asked);
    assertThat(AGENT.receiver().spans()).isEmpty();
  }

  @Test
  void aCollectorThatIsNotThereYetIsWaitedForByNobody() {
    int port;
    try (OtlpReceiver gone = OtlpReceiver.start()) {
      port = gone.port();
    }
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutFence()
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port)
                .env("OTEL_EXPORTER_OTLP_TIMEOUT", "1000"));

    answers(jvm, 5);
    assertThat(AGENT.expectErrorLine(jvm, "cannot be exported")).contains(":" + port);

    try (OtlpReceiver late = OtlpReceiver.start(port)) {
      assertThat(jvm.callUnderSpan("00-" + LATER + "-00f067aa0ba902b7-01", "ok")).isEqualTo("fine");
      late.awaitSpan(span -> span.traceId().equals(LATER));
      AGENT.expectErrorLine(jvm, "again");
      jvm.stop();
    }
    assertThat(warnings(jvm)).hasSize(1);
  }

  @Test
  void anAnswerThatIsNoOtlpHarmsNothing() {
    AGENT.receiver().answer(Answer.garbage());
    AgentJvm jvm = AGENT.launch(Apps.smoke());

    answers(jvm, 5);

    AGENT.receiver().awaitSpans(5);
    isTold(jvm, 0);
  }

  @Test
  void whatTheCollectorRefusesIsToldInItsOwnWords() {
    AGENT.receiver().answerNext(Answer.partialSuccess(1, "quota exceeded"));
    AgentJvm jvm = AGENT.launch(Apps.smoke());

    answers(jvm, 1);

    assertThat(AGENT.expectErrorLine(jvm, "quota exceeded")).contains("1 span");
    AGENT.receiver().awaitSpans(1);
    isTold(jvm, 1);
  }

  @Test
  void spansThatFindNoRoomAreCountedInOneLineAndNotKept() {
    AGENT.receiver().answer(Answer.ok().withDelay(FOREVER));
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .env("OTEL_EXPORTER_OTLP_TIMEOUT", "1000")
                .env("OTEL_BSP_MAX_QUEUE_SIZE", "20")
                .env("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "10"));
    jvm.port();

    try (RecordingServer farEnd = RecordingServer.start()) {
      assertThat(jvm.call("get-often", farEnd.url("/"), "500")).isEqualTo("500");
    }

    assertThat(AGENT.expectErrorLine(jvm, "dropped")).matches(".*\\d+ spans? dropped.*");
    AGENT.expectErrorLine(jvm, "cannot be exported");
    AGENT.receiver().answer(Answer.ok());
    AGENT.receiver().settle();
    AGENT.expectErrorLine(jvm, "again");
    assertThat(AGENT.receiver().spans()).hasSizeLessThan(60);
    isTold(jvm, 2);
  }

  @Test
  void aSmallHeapHoldsWhatWaitsForACollector() {
    AGENT.receiver().answer(Answer.ok().withDelay(FOREVER));
    AgentJvm jvm =
        AGENT.launch(Apps.smoke().withoutFence().jvmArgs("-Xmx24m", "-XX:+ExitOnOutOfMemoryError"));
    jvm.port();

    try (RecordingServer farEnd = RecordingServer.start()) {
      assertThat(jvm.call("get-often", farEnd.url("/"), "5000")).isEqualTo("5000");
    }
    answers(jvm, 1);

    jvm.close();
    assertThat(AGENT.receiver().spans()).isEmpty();
  }

  private static void answers(AgentJvm jvm, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    }
  }

  private static void isToldInOneLine(AgentJvm jvm) {
    isTold(jvm, 1);
  }

  private static void isTold(AgentJvm jvm, int lines) {
    AGENT.receiver().settle();
    AGENT.receiver().claimAll();
    jvm.stop();
    AGENT.receiver().claimAll();
    assertThat(warnings(jvm)).hasSize(lines);
    assertThat(jvm.stderr()).noneMatch(line -> line.startsWith("\tat "));
  }

  private static List<String> warnings(AgentJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.startsWith("[gossamer] warning: ")).toList();
  }
}
