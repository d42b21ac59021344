package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Baggage that comes with a request, on the spans of the service. */
final class BaggageTest {
  private static final String CHOSEN = "GOSSAMER_BAGGAGE_SPAN_ATTRIBUTES";

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
  void chosenEntriesAreAttributesOfEverySpan() {
    for (SpanRecord span : spans(Apps.smoke().env(CHOSEN, "client.platform,request.*"))) {
      assertThat(baggage(span))
          .as(span.name())
          .isEqualTo(Map.of("baggage.client.platform", "web", "baggage.request.source", "a demo"));
    }
  }

  @Test
  void noneIsUnlessItIsChosen() {
    for (SpanRecord span : spans(Apps.smoke())) {
      assertThat(baggage(span)).as(span.name()).isEmpty();
    }
  }

  @Test
  void withoutThePropagatorThereIsALine() {
    AgentJvm jvm =
        AGENT.launch(Apps.smoke().env(CHOSEN, "*").env("OTEL_PROPAGATORS", "tracecontext"));

    assertThat(AGENT.expectErrorLine(jvm, CHOSEN)).contains("OTEL_PROPAGATORS");
  }

  private static List<SpanRecord> spans(AgentJvmBuilder application) {
    AgentJvm jvm = AGENT.launch(application);
    String target = URLEncoder.encode(farEnd.url("/"), StandardCharsets.UTF_8);
    RawHttp.request("GET", "/call/get?" + target)
        .header("baggage", "client.platform=web,request.source=a%20demo;ttl=1,other=secret")
        .send(jvm.port());
    List<SpanRecord> spans = AGENT.receiver().awaitSpans(2);
    AGENT.receiver().claimAll();
    assertThat(spans).hasSize(2);
    return spans;
  }

  private static Map<String, Object> baggage(SpanRecord span) {
    Map<String, Object> baggage = new TreeMap<>(span.attributes());
    baggage.keySet().removeIf(key -> !key.startsWith("baggage."));
    return baggage;
  }
}
