package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What extensions bring can be named in settings, and what they say has its place among them. */
class ExtensionSettingsTest {
  private final RecordedLines recorded = new RecordedLines();

  @TempDir Path folder;

  @AfterEach
  void stopRecording() {
    recorded.close();
  }

  @Test
  void namesOfExtensionsAreChosenInAnyCaseAndWithoutALine() {
    Settings settings =
        extended(
            Map.of(
                "OTEL_TRACES_SAMPLER", "Jaeger_Remote",
                "OTEL_TRACES_EXPORTER", "otlp,ACME",
                "OTEL_METRICS_EXPORTER", "acme",
                "OTEL_PROPAGATORS", "acme,b3"));

    assertThat(SamplerOptions.from(settings).name()).isEqualTo("jaeger_remote");
    assertThat(SdkOptions.from(settings).tracesExporters()).containsExactly("otlp", "acme");
    assertThat(SdkOptions.from(settings).metricsExporters()).containsExactly("acme");
    assertThat(PropagatorOptions.from(settings).names()).containsExactly("acme", "b3");
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void aMisspeltNameOfAnExtensionIsRecognised() {
    Settings settings = extended(Map.of("OTEL_PROPAGATORS", "acne"));

    assertThat(PropagatorOptions.from(settings).names()).containsExactly("tracecontext", "baggage");
    assertThat(recorded.lines()).singleElement().asString().contains("did you mean acme?");
  }

  @Test
  void supplierIsBelowTheFileAndCustomizerAboveTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("agent.properties"), "otel.service.name=file\n");
    Settings given =
        Settings.of(
            Map.of("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString(), "OTEL_PROPAGATORS", "b3"),
            Map.of());

    Settings settings =
        new ExtensionSettings(given)
            .with(
                Map.of(
                    "otel.service.name", "supplier",
                    "otel.traces.sampler", "always_off",
                    "acme.other", "ignored"),
                Map.of("otel.propagators", "jaeger"));

    assertThat(ResourceOptions.from(settings).serviceName()).isEqualTo("file");
    assertThat(SamplerOptions.from(settings).name()).isEqualTo("always_off");
    assertThat(PropagatorOptions.from(settings).names()).containsExactly("jaeger");
  }

  @Test
  void aBadValueOfAnExtensionIsToldWithItsOrigin() {
    Settings settings =
        new ExtensionSettings(Settings.of(Map.of(), Map.of()))
            .with(Map.of("otel.bsp.schedule.delay", "soon"), Map.of());

    assertThat(BatchOptions.ofSpans(settings).delayMillis()).isEqualTo(5000);
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("otel.bsp.schedule.delay=soon (set by an extension)");
  }

  @Test
  void theFileIsReadForSettingsOfExtensionsToo() throws IOException {
    Path file = Files.writeString(folder.resolve("agent.properties"), "acme.rate=2\n");
    Settings given =
        Settings.of(Map.of("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString()), Map.of());

    assertThat(new ExtensionSettings(given).file()).containsEntry("acme.rate", "2");
    assertThat(new ExtensionSettings(Settings.of(Map.of(), Map.of())).file()).isEmpty();
  }

  private static Settings extended(Map<String, String> environment) {
    ExtensionSettings extended = new ExtensionSettings(Settings.of(environment, Map.of()));
    extended.samplers(List.of("jaeger_remote"));
    extended.spanExporters(List.of("acme"));
    extended.metricExporters(List.of("acme"));
    extended.logExporters(List.of("acme"));
    extended.propagators(List.of("acme"));
    return extended.with(Map.of(), Map.of());
  }
}
