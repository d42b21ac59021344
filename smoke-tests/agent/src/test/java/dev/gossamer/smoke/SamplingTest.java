package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which traces are recorded, and that context travels whether they are or not. */
final class SamplingTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

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

  @BeforeEach
  void forget() {
    farEnd.clear();
  }

  /** Without {@code parent} there is no incoming context; else these are its flags. */
  @ParameterizedTest
  @CsvSource({
    "always_on, , , true",
    "always_on, , 00, true",
    "always_off, , , false",
    "always_off, , 01, false",
    "traceidratio, 0, , false",
    "traceidratio, 1, , true",
    "traceidratio, 0, 01, false",
    "parentbased_always_on, , , true",
    "parentbased_always_on, , 00, false",
    "parentbased_always_off, , , false",
    "parentbased_always_off, , 01, true",
    "parentbased_traceidratio, 0, , false",
    "parentbased_traceidratio, 0, 01, true",
    "parentbased_traceidratio, 1, 00, false",
  })
  void aSamplerDecidesWhatIsRecordedAndNotWhatIsPropagated(
      String sampler, String ratio, String parent, boolean recorded) {
    AgentJvmBuilder builder = Apps.smoke().withoutFence().env("OTEL_TRACES_SAMPLER", sampler);
    if (ratio != null) {
      builder.env("OTEL_TRACES_SAMPLER_ARG", ratio);
    }
    AgentJvm jvm = AGENT.launch(builder);

    String incoming = parent == null ? null : "00-" + TRACE + "-" + PARENT + "-" + parent;
    assertThat(jvm.callUnderSpan(incoming, "get", farEnd.url("/"))).isEqualTo("200");

    RecordedRequest request = farEnd.awaitRequests(1, it -> true).get(0);
    // The second flag says that the id is random, which holds for those made here.
    assertThat(request.header("traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0" + (recorded ? "[13]" : "[02]"));
    if (parent != null) {
      assertThat(request.traceId()).isEqualTo(TRACE);
    }
    if (recorded) {
      AGENT.receiver().awaitSpans(2);
      assertThat(AGENT.receiver().spans()).allMatch(it -> it.traceId().equals(request.traceId()));
      AGENT.receiver().claimAll();
    }
    // What arrives beyond that, until the JVM has ended and flushed, is nobody's and fails the
    // test.
  }

  @Test
  void rulesDecideByThePathAndABadOneIsTold() {
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutFence()
                .env("GOSSAMER_SAMPLING_RULES", "/call/ok=0,/call/{command}=1,report=often")
                .env("GOSSAMER_SAMPLING_RATE_LIMIT", "1000"));

    jvm.callUnderSpan(null, "ok");
    jvm.callUnderSpan(null, "get", farEnd.url("/"));

    AGENT.receiver().awaitSpans(2);
    AGENT.receiver().claimAll();
    assertThat(AGENT.expectErrorLine(jvm, "GOSSAMER_SAMPLING_RULES"))
        .contains("report", "'often'", "0 to 1");
    assertThat(jvm.stderr()).anyMatch(line -> line.contains("after 2 rules up to 1000 traces/s"));
  }

  @ParameterizedTest
  @CsvSource({"jaeger_remote", "parentbased_jaeger_remote", "xray"})
  void aSamplerOfTheOperatorThatIsNotThereIsReplacedAndSaidSo(String sampler) {
    AgentJvm jvm = AGENT.launch(Apps.smoke().env("OTEL_TRACES_SAMPLER", sampler));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    assertThat(AGENT.expectErrorLine(jvm, "OTEL_TRACES_SAMPLER=" + sampler))
        .contains("parentbased_always_on");
    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
  }

  @ParameterizedTest
  @CsvSource({
    "b3, b3",
    "b3multi, x-b3-traceid",
    "jaeger, uber-trace-id",
    "xray, x-amzn-trace-id",
    "ottrace, ot-tracer-traceid",
    "none, ",
  })
  void contextTravelsInTheFormatsOfTheSetting(String propagator, String header) {
    AgentJvm jvm = AGENT.launch(Apps.smoke().env("OTEL_PROPAGATORS", propagator));
    jvm.port();

    assertThat(jvm.call("get", farEnd.url("/"))).isEqualTo("200");

    RecordedRequest request = farEnd.awaitRequests(1, it -> true).get(0);
    assertThat(request.header("traceparent")).isNull();
    String traceId = AGENT.receiver().awaitSpans(1).get(0).traceId();
    if (header != null) {
      // X-Ray parts it by dashes, OT-trace keeps half of it.
      assertThat(String.valueOf(request.header(header)).replace("-", ""))
          .contains(propagator.equals("ottrace") ? traceId.substring(16) : traceId);
    }
    AGENT.receiver().claimAll();
  }
}
