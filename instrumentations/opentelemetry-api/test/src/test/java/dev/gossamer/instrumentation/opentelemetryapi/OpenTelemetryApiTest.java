package dev.gossamer.instrumentation.opentelemetryapi;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.INTERNAL;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.OtlpReceiver;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application's own calls, from the oldest API to the newest. */
final class OpenTelemetryApiTest {
  @Nested
  @Tag("older-version")
  final class V120 extends Contract {
    V120() {
      super("1.20", List.of("program"));
    }
  }

  @Nested
  @Tag("older-version")
  final class V132 extends Contract {
    V132() {
      super("1.32", List.of("program", "logs"));
    }
  }

  @Nested
  @Tag("older-version")
  final class V142 extends Contract {
    V142() {
      super("1.42", List.of("program", "links", "logs", "log-values"));
    }
  }

  @Nested
  @Tag("older-version")
  final class V150 extends Contract {
    V150() {
      super("1.50", List.of("program", "links", "logs", "log-values", "log-events"));
    }
  }

  @Nested
  final class Newest extends Contract {
    Newest() {
      super(
          "newest",
          List.of(
              "program", "links", "values", "logs", "log-values", "log-events", "log-exceptions"));
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {
    @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

    private final String version;
    private final List<String> programs;

    Contract(String version, List<String> programs) {
      this.version = version;
      this.programs = programs;
    }

    private AgentJvmBuilder application() {
      return AgentJvm.app(ApiApp.class).libraries(version).args("wrapper");
    }

    @Test
    void aProgramGivesTheSameAsWithAnSdkOfItsOwn() {
      String own;
      try (OtlpReceiver receiver = OtlpReceiver.start()) {
        own =
            run(
                receiver,
                AgentJvm.app(ApiApp.class)
                    .libraries(version, "sdk-" + version)
                    .withoutAgent()
                    .args("own", receiver.endpoint()));
      }
      String agents;
      try (OtlpReceiver receiver = OtlpReceiver.start()) {
        agents =
            run(
                receiver,
                AgentJvm.app(ApiApp.class)
                    .libraries(version)
                    .metrics()
                    .logs()
                    // What the API itself says there of being misused is no record of the SDK's.
                    .env("OTEL_INSTRUMENTATION_JAVA_UTIL_LOGGING_ENABLED", "false"));
      }
      assertThat(agents).isEqualTo(own);
    }

    private String run(OtlpReceiver receiver, AgentJvmBuilder application) {
      StringBuilder text = new StringBuilder();
      try (AgentJvm jvm = application.receiver(receiver).withoutFence().start()) {
        for (String program : programs) {
          text.append(program).append(": ").append(jvm.call(program)).append('\n');
        }
        assertThat(jvm.finish()).isZero();
      }
      return text + Told.of(receiver);
    }

    @Test
    void spansByHandStandBetweenTheAgents() {
      try (RecordingServer farEnd = RecordingServer.start()) {
        agent.jvm().callUnderSpan(null, "joined", farEnd.url("/far"));
        agent
            .traces()
            .exactly(
                trace(
                    span("GET /call").kind(SERVER).root(),
                    span("outer").kind(INTERNAL).childOf(0).attribute("by", "hand"),
                    get().childOf(1),
                    span("inner").kind(INTERNAL).childOf(1),
                    get().childOf(3)));
        assertThat(Integer.parseInt(agent.jvm().call("attached"))).isPositive();
      }
    }

    @Test
    void anSdkOfTheApplicationGoesOnAndIsToldOnce() {
      try (OtlpReceiver receiver = OtlpReceiver.start();
          OtlpReceiver own = OtlpReceiver.start();
          RecordingServer farEnd = RecordingServer.start();
          AgentJvm jvm =
              AgentJvm.app(ApiApp.class)
                  .libraries(version, "sdk-" + version)
                  .args("own", own.endpoint())
                  .receiver(receiver)
                  .start()) {
        assertThat(jvm.callUnderSpan(null, "own-span", farEnd.url("/far")))
            .isEqualTo("true ObfuscatedOpenTelemetry");
        var spans = own.awaitSpans(1);
        assertThat(spans).extracting(it -> it.name()).containsExactly("own");
        var server = receiver.awaitSpan(it -> it.kind() == SERVER);
        var client =
            receiver.awaitSpan(
                it -> it.kind() == CLIENT && it.parentSpanId().equals(spans.get(0).spanId()));
        assertThat(spans.get(0).parentSpanId()).isEqualTo(server.spanId());
        assertThat(spans.get(0).traceId()).isEqualTo(server.traceId()).isEqualTo(client.traceId());
        assertThat(jvm.stderr())
            .filteredOn(line -> line.contains("GlobalOpenTelemetry"))
            .singleElement()
            .asString()
            .contains("OTEL_INSTRUMENTATION_OPENTELEMETRY_API_ENABLED=false");
      }
    }

    @Test
    void anApplicationThatIsUndeployedIsLetGoWhateverItLeftOpen() {
      try (OtlpReceiver receiver = OtlpReceiver.start();
          AgentJvm jvm =
              AgentJvm.app(ApiApp.class)
                  .libraries(version)
                  .metrics()
                  .env("OTEL_METRIC_EXPORT_INTERVAL", "200")
                  .receiver(receiver)
                  .start()) {
        assertThat(jvm.call("undeploy")).isEqualTo("let go");
        receiver.awaitMetric("redeployed.count", it -> it.points().size() == 1);
      }
    }

    @Test
    void aValueOfTheWrongTypeIsLeftOutAndTheApplicationGoesOn() {
      try (OtlpReceiver receiver = OtlpReceiver.start();
          AgentJvm jvm = AgentJvm.app(ApiApp.class).libraries(version).receiver(receiver).start()) {
        assertThat(jvm.call("mistyped")).isEqualTo("done");
        assertThat(receiver.awaitSpan(it -> it.name().equals("mistyped")).attributes())
            .containsOnlyKeys("number")
            .containsEntry("number", 8L);
        assertThat(jvm.awaitErrorLine(line -> line.contains("opentelemetry-api failed")))
            .contains("ClassCastException");
      }
    }

    private static SpanExpectation get() {
      return span("GET").kind(CLIENT);
    }
  }
}
