package dev.gossamer.smoke.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.app.AppLogManager;
import org.example.extension.AcmeCustomizer;
import org.example.extension.CuriousCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who sees whom, and what it costs where there is nobody to see. */
final class IsolationTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir Path folder;

  @Test
  void anExtensionSeesOpenTelemetryAndTheJdkAndNobodySeesIt() {
    AgentJvm jvm = AGENT.launch(Apps.app(folder, curious(), Apps.customizer(folder)));

    jvm.callUnderSpan(null, "ok");

    assertThat(AGENT.receiver().awaitSpan(it -> it.name().equals("GET /call")).resource())
        .containsEntry("sees.sdk", true)
        .containsEntry("sees.jdbc", true)
        .containsEntry("sees.application", false)
        .containsEntry("sees.services", false)
        .containsEntry("sees.agent", false)
        .containsEntry("sees.engine", false)
        .containsEntry("sees.other", false)
        .containsEntry("has.global", true);
    assertThat(jvm.call("sees", CuriousCustomizer.class.getName())).isEqualTo("false");
    assertThat(jvm.call("sees", AcmeCustomizer.class.getName())).isEqualTo("false");
    assertThat(jvm.call("sees", AutoConfigurationCustomizerProvider.class.getName()))
        .isEqualTo("false");
    AGENT.receiver().awaitSpan(it -> it.name().equals("configured"));
    AGENT.receiver().claimAll();
    AGENT.expectErrorLine(jvm, "acme is curious");
  }

  @Test
  void whatAnExtensionLogsLeavesTheLogManagerToTheApplication() {
    AgentJvm jvm = AGENT.launch(Apps.app(folder, curious()).args("log-manager"));

    AGENT.expectErrorLine(jvm, "acme is curious");
    assertThat(jvm.call("log-manager")).isEqualTo(AppLogManager.class.getName());
  }

  @Test
  void withoutTheSettingNothingOfItIsLoaded() throws IOException {
    Path log = folder.resolve("classes.log");
    AgentJvm jvm =
        AGENT.launch(Apps.app(folder).jvmArgs("-Xlog:class+load:file=" + log + "::filecount=0"));

    jvm.callUnderSpan(null, "ok");
    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    assertThat(jvm.stop()).isEqualTo(143);

    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("dev.gossamer.telemetry.TelemetryWiring "))
        .noneMatch(line -> line.contains("dev.gossamer.telemetry.extension."))
        .noneMatch(line -> line.contains("ExtensionSettings"))
        .noneMatch(line -> line.contains("autoconfigure.spi"));
  }

  private Path curious() {
    return new Jar()
        .providing(AutoConfigurationCustomizerProvider.class, CuriousCustomizer.class)
        .write(folder.resolve("curious.jar"));
  }
}
