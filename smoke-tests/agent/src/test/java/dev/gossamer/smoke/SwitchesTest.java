package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.TraceExpectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What can be switched off and on, wholly or by name. */
final class SwitchesTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final TraceExpectation SERVER_ONLY =
      trace(span("GET /call").kind(SpanKind.SERVER));

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

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

  @Test
  void oneInstrumentationIsSwitchedOffByAVariable() {
    RecordedRequest request =
        forwarded(Apps.smoke().env("OTEL_INSTRUMENTATION_HTTP_URL_CONNECTION_ENABLED", "false"));

    AGENT.traces().exactly(SERVER_ONLY);
    assertThat(request.header("traceparent")).isNull();
  }

  @Test
  void oneInstrumentationIsSwitchedOffByAProperty() {
    RecordedRequest request =
        forwarded(Apps.smoke().jvmArgs("-Dotel.instrumentation.http-url-connection.enabled=false"));

    AGENT.traces().exactly(SERVER_ONLY);
    assertThat(request.header("traceparent")).isNull();
  }

  @Test
  void oneInstrumentationIsSwitchedOffByTheFile() throws IOException {
    Path file = folder.resolve("off.properties");
    Files.writeString(file, "otel.instrumentation.http-url-connection.enabled=false");
    RecordedRequest request =
        forwarded(Apps.smoke().env("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString()));

    AGENT.traces().exactly(SERVER_ONLY);
    assertThat(request.header("traceparent")).isNull();
  }

  @Test
  void allButTheNamedAreSwitchedOff() {
    RecordedRequest request =
        forwarded(
            Apps.smoke()
                .env("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false")
                .env("OTEL_INSTRUMENTATION_JAVA_HTTP_SERVER_ENABLED", "true"));

    AGENT.traces().exactly(SERVER_ONLY);
    assertThat(request.header("traceparent")).isNull();
  }

  @Test
  void allAreSwitchedOff() {
    RecordedRequest request =
        forwarded(Apps.smoke().env("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false"));

    AGENT.traces().exactly();
    assertThat(request.header("traceparent")).isNull();
  }

  @Test
  void withoutTheSdkContextIsPassedOnUnchanged() {
    RecordedRequest request = forwarded(Apps.smoke().env("OTEL_SDK_DISABLED", "true"));

    AGENT.traces().exactly();
    assertThat(request.header("traceparent")).isEqualTo(PARENT);
  }

  @Test
  void switchedOffTheAgentIsSilentAndTouchesNothing() {
    AgentJvmBuilder builder = Apps.smoke().env("OTEL_JAVAAGENT_ENABLED", "false").withoutFence();
    AgentJvm jvm = AGENT.launch(builder);

    assertThat(jvm.callUnderSpan(PARENT, "get", farEnd.url("/"))).isEqualTo("200");
    jvm.stop();

    assertThat(farEnd.awaitRequests(1, it -> true).get(0).header("traceparent")).isNull();
    assertThat(jvm.stderr()).isEmpty();
    AGENT.traces().exactly();
  }

  private static RecordedRequest forwarded(AgentJvmBuilder builder) {
    AgentJvm jvm = AGENT.launch(builder.withoutFence());
    assertThat(jvm.callUnderSpan(PARENT, "get", farEnd.url("/"))).isEqualTo("200");
    jvm.awaitErrorLine(line -> line.startsWith("[gossamer] "));
    return farEnd.awaitRequests(1, it -> true).get(0);
  }
}
