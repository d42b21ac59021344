package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the spans say they are from, under an operator's hand. */
final class ResourceTest {
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

  /** Annotations arrive as they were written, keys twice, lists with empty ends. */
  @Test
  void survivesWhatTheOperatorWrites() {
    Map<String, Object> resource =
        resource(
            hello()
                .env(
                    "OTEL_RESOURCE_ATTRIBUTES",
                    ",note=a=b c,share=100%,list=a%2Cb,plus=1+1,k8s.pod.name=mine,"
                        + "k8s.namespace.name=shop,k8s.pod.name=my-java-5c9d8-abcde,"
                        + "service.instance.id=shop.my-java.myapp,empty=,"),
            0);

    assertThat(resource)
        .containsEntry("note", "a=b c")
        .containsEntry("share", "100%")
        .containsEntry("list", "a,b")
        .containsEntry("plus", "1+1")
        .containsEntry("k8s.pod.name", "my-java-5c9d8-abcde")
        .containsEntry("k8s.namespace.name", "shop")
        .containsEntry("service.instance.id", "shop.my-java.myapp")
        .containsEntry("service.name", "app-under-test")
        .containsEntry("telemetry.distro.name", "gossamer")
        .containsEntry("telemetry.sdk.language", "java")
        .containsKeys("process.pid", "host.name", "os.type", "process.runtime.version");
  }

  @Test
  void referencesThatWereNeverReplacedAreLeftOutAndNamedInOneLine() {
    Map<String, Object> resource =
        resource(
            hello()
                .env(
                    "OTEL_RESOURCE_ATTRIBUTES",
                    "k8s.pod.name=$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME),broken,service.version=1.2"),
            1);

    assertThat(resource)
        .doesNotContainKey("k8s.pod.name")
        .doesNotContainKey("broken")
        .containsEntry("service.version", "1.2");
  }

  @ParameterizedTest
  @CsvSource({
    "named, , , , named",
    "named, attribute, , , named",
    ", attribute, , , attribute",
    ", attribute, spring, , attribute",
    ", , spring, , spring",
    ", , , property, property",
    ", , spring, property, property",
    "$(NAME), attribute, , , attribute",
  })
  void theServiceIsNamedByTheFirstWhoSaysSo(
      String variable, String attribute, String spring, String property, String expected) {
    AgentJvmBuilder builder = hello().withoutEnv("OTEL_SERVICE_NAME");
    if (variable != null) {
      builder.env("OTEL_SERVICE_NAME", variable);
    }
    if (attribute != null) {
      builder.env("OTEL_RESOURCE_ATTRIBUTES", "service.name=" + attribute);
    }
    if (spring != null) {
      builder.env("SPRING_APPLICATION_NAME", spring);
    }
    if (property != null) {
      builder.jvmArgs("-Dspring.application.name=" + property);
    }

    assertThat(resource(builder, expected.equals(variable) || variable == null ? 0 : 1))
        .containsEntry("service.name", expected);
  }

  @Test
  void anUnnamedServiceIsCalledByItsJarOrSaysHowToNameIt() throws IOException {
    Path jar =
        Jars.of(
            folder.resolve("orders-1.4.2.jar"),
            Map.of("Main-Class", HelloApp.class.getName()),
            List.of(HelloApp.class, TestApp.class, TestApp.Command.class));
    Map<String, Object> ofTheJar =
        resource(
            AgentJvm.jar(jar).args(farEnd.url("/")).withoutFence().withoutEnv("OTEL_SERVICE_NAME"),
            0);
    assertThat(String.valueOf(ofTheJar.get("service.name"))).startsWith("orders");
    AGENT.receiver().clear();

    AgentJvm jvm = AGENT.launch(hello().withoutEnv("OTEL_SERVICE_NAME"));
    jvm.awaitExit();
    assertThat(AGENT.receiver().awaitSpans(1).get(0).serviceName())
        .isEqualTo("unknown_service:java");
    assertThat(jvm.stderr()).singleElement().asString().contains("OTEL_SERVICE_NAME");
    AGENT.receiver().claimAll();
  }

  private static AgentJvmBuilder hello() {
    return Apps.app(HelloApp.class).args(farEnd.url("/")).withoutFence();
  }

  private static Map<String, Object> resource(AgentJvmBuilder builder, int warnings) {
    AgentJvm jvm = AGENT.launch(builder);
    assertThat(jvm.awaitExit()).isZero();
    SpanRecord span = AGENT.receiver().awaitSpans(1).get(0);
    AGENT.receiver().claimAll();
    if (warnings > 0) {
      AGENT.expectErrorLine(jvm, "warning: ");
    }
    assertThat(jvm.stderr()).hasSize(1 + warnings);
    return span.resource();
  }
}
