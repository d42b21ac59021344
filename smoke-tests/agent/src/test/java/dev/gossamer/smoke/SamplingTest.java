package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanRecord;
import java.util.List;
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

  /**
   * The command {@code ok} is a server span, {@code get} one more for its call; {@code parent} are
   * the flags of what comes in.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      parentbased_always_on  | /call/ok=0               |    | ok  | 0
      parentbased_always_on  | /call/ok=0,/call/*=1     |    | ok  | 0
      parentbased_always_on  | /call/*=1,/call/ok=0     |    | ok  | 1
      parentbased_always_on  | /call/{command}=0        |    | get | 0
      parentbased_always_on  | G?T=0                    |    | ok  | 1
      parentbased_always_on  | G*=0                     |    | ok  | 0
      parentbased_always_on  | /other=0                 |    | ok  | 1
      parentbased_always_on  | /call/ok=0               | 01 | ok  | 1
      parentbased_always_on  | /call/ok=1               | 00 | ok  | 0
      parentbased_always_off | /call/ok=1               |    | ok  | 1
      parentbased_always_off | /call/get=1              |    | get | 2
      always_on              | /call/get=0              |    | get | 0
      always_off             | /call/get=1              |    | get | 2
      traceidratio           | /call/get=0              |    | get | 0
      """)
  void theFirstRuleThatFitsDecidesOnATraceThatBeginsHere(
      String sampler, String rules, String parent, String command, int recorded) {
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutFence()
                .env("OTEL_TRACES_SAMPLER", sampler)
                .env("GOSSAMER_SAMPLING_RULES", rules));
    String incoming = parent == null ? null : "00-" + TRACE + "-" + PARENT + "-" + parent;

    if (command.equals("get")) {
      jvm.callUnderSpan(incoming, "get", farEnd.url("/"));
    } else {
      jvm.callUnderSpan(incoming, command);
    }

    if (recorded > 0) {
      AGENT.receiver().awaitSpans(recorded);
      AGENT.receiver().claimAll();
    }
    // As above: what is not to be recorded, and is, fails the test when the JVM has ended.
  }

  @ParameterizedTest
  @CsvSource({"parentbased_always_on", "always_on"})
  void aLimitHoldsForTracesThatBeginHere(String sampler) {
    int limit = 2;
    int requests = 60;
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutFence()
                .env("OTEL_TRACES_SAMPLER", sampler)
                .env("GOSSAMER_SAMPLING_RATE_LIMIT", "" + limit));
    jvm.port();

    long begun = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      jvm.callUnderSpan(null, "ok");
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    for (int i = 0; i < requests; i++) {
      jvm.callUnderSpan("00-" + TRACE + "-" + PARENT + "-01", "ok");
    }

    assertThat(jvm.finish()).isZero();
    List<SpanRecord> spans = AGENT.receiver().spans();
    assertThat(spans).filteredOn(span -> span.traceId().equals(TRACE)).hasSize(requests);
    // A second's worth at once, and what the time brought.
    assertThat(spans.size() - requests).isBetween(limit, (int) (limit + limit * seconds) + 1);
    AGENT.receiver().claimAll();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "jaeger_remote, \"endpoint=http://localhost:14250,initialSamplingRate=0.25\"",
        "parentbased_jaeger_remote, \"endpoint=http://localhost:14250\"",
        "xray, \"endpoint=http://localhost:2000\"",
        "jaeger_remote,",
        "alwayson,",
        "\"always_on,always_off\",",
      })
  void aSamplerThatIsNotThereIsReplacedAndToldOfOnce(String sampler, String argument) {
    AgentJvmBuilder builder = Apps.smoke().env("OTEL_TRACES_SAMPLER", sampler);
    if (argument != null) {
      builder.env("OTEL_TRACES_SAMPLER_ARG", argument);
    }
    AgentJvm jvm = AGENT.launch(builder);

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    assertThat(AGENT.expectErrorLine(jvm, "OTEL_TRACES_SAMPLER=" + sampler))
        .contains("using parentbased_always_on");
    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    // Parent-based, as by default.
    jvm.callUnderSpan("00-" + TRACE + "-" + PARENT + "-00", "ok");
    jvm.stop();
    assertThat(jvm.stderr()).as("start-up line and one more").hasSize(2);
    assertThat(jvm.stderr()).anyMatch(line -> line.contains("sampler parentbased_always_on,"));
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_TRACES_SAMPLER_ARG, 2",
    "OTEL_TRACES_SAMPLER_ARG, -0.5",
    "OTEL_TRACES_SAMPLER_ARG, NaN",
    "GOSSAMER_SAMPLING_RATE_LIMIT, -1",
    "GOSSAMER_SAMPLING_RATE_LIMIT, 0.5",
    "GOSSAMER_SAMPLING_RULES, /call/ok",
    "GOSSAMER_SAMPLING_RULES, /call/ok=2",
  })
  void aBadArgumentCostsItselfAndOneLine(String name, String value) {
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke().env("OTEL_TRACES_SAMPLER", "parentbased_traceidratio").env(name, value));

    jvm.callUnderSpan(null, "ok");

    AGENT.expectErrorLine(jvm, name);
    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    jvm.stop();
    assertThat(jvm.stderr()).as("start-up line and one more").hasSize(2);
    assertThat(jvm.stderr())
        .anyMatch(line -> line.contains("sampler parentbased_traceidratio(1.0),"));
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
