package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beside the reference agent, which would record everything a second time. */
@Tag("any-java")
final class ReferenceAgentTest {
  private static final String SCOPES = "io.opentelemetry.";
  private static final Set<Part> PARTS = EnumSet.of(Part.DATABASE);

  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.perTest().allowing("Sharing is only supported");

  @SuppressWarnings("NullAway.Init")
  private static Application application;

  @BeforeAll
  static void start() throws Exception {
    application = Application.withoutBroker(Path.of("target").toAbsolutePath());
  }

  @AfterAll
  static void end() {
    application.close();
  }

  @ParameterizedTest
  @EnumSource
  void thisOneStaysOutAndSaysSo(BesideAgent.Order order) {
    AgentJvm jvm = order(order.add(application.fromClassPath(), referenceAgent(), ""));

    AGENT.expectErrorLine(jvm, "opentelemetry-javaagent is given to this JVM, too");
    assertThat(serverSpans()).singleElement().matches(span -> span.scopeName().startsWith(SCOPES));
  }

  @Test
  void bothRunWhereTheUserWantsBoth() {
    AgentJvmBuilder jvm = application.fromClassPath().env("OTEL_JAVAAGENT_ENABLED", "true");
    order(BesideAgent.Order.BEFORE.add(jvm, referenceAgent(), ""));

    assertThat(serverSpans())
        .hasSize(2)
        .satisfiesOnlyOnce(span -> assertThat(span.scopeName()).startsWith(SCOPES));
  }

  /** Orders once, and ends the JVM. */
  private static AgentJvm order(AgentJvmBuilder builder) {
    AgentJvm jvm = AGENT.launch(builder.args(application.arguments(PARTS)).withoutFence());
    RawHttp.Response response = RawHttp.request("GET", Application.REQUEST).send(jvm.port());
    assertThat(response.body()).isEqualTo(Application.answer(PARTS));
    jvm.send("end");
    assertThat(jvm.awaitExit()).isZero();
    return jvm;
  }

  private static List<SpanRecord> serverSpans() {
    List<SpanRecord> spans = AGENT.receiver().spans();
    AGENT.receiver().claimAll();
    return spans.stream().filter(span -> span.kind() == SpanKind.SERVER).toList();
  }

  private static Path referenceAgent() {
    return Libraries.named("peer").get(0);
  }
}
