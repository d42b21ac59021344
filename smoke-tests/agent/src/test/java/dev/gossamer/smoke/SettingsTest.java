package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A wrong setting costs that setting and one line; requests are traced and exported all the same.
 */
final class SettingsTest {
  private static final Map<String, String> WRONG =
      new TreeMap<>(
          Map.of(
              "OTEL_TRACES_SAMPLER", "alway_on",
              "OTEL_PROPAGATORS", "tracecontext,w3c",
              "OTEL_BSP_MAX_QUEUE_SIZE", "many",
              "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "-5",
              "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuff",
              "OTEL_TRACES_EXPORTER", "oltp",
              "OTEL_EXPORTER_OTLP_COMPRESSION", "zip",
              "OTEL_RESOURCE_ATTRIBUTES", "team=shop,broken",
              "OTEL_EXPORTER_OTLP_HEADERS", "nonsense",
              "OTEL_EXPORTER_OTLP_TIMEOUT", "-1"));

  private enum Form {
    VARIABLE,
    PROPERTY,
    FILE
  }

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "OTEL_TRACES_SAMPLER, alway_on, did you mean always_on",
        "OTEL_TRACES_SAMPLER_ARG, lots, \"\"",
        "OTEL_PROPAGATORS, \"tracecontext,w3c\", w3c",
        "OTEL_BSP_MAX_QUEUE_SIZE, many, many",
        "OTEL_BSP_MAX_EXPORT_BATCH_SIZE, -5, -5",
        "OTEL_EXPORTER_OTLP_TIMEOUT, -1, -1",
        "OTEL_EXPORTER_OTLP_PROTOCOL, http/protobuff, did you mean http/protobuf",
        "OTEL_TRACES_EXPORTER, oltp, did you mean otlp",
        "OTEL_EXPORTER_OTLP_COMPRESSION, zip, zip",
        "OTEL_RESOURCE_ATTRIBUTES, \"team=shop,broken\", broken",
        "OTEL_EXPORTER_OTLP_HEADERS, nonsense, \"\"",
        "OTEL_SDK_DISABLED, nope, nope",
        "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT, 1e9, 1e9",
        "OTEL_JAVAAGENT_CONFIGURATION_FILE, no-such.properties, no-such.properties",
        "OTEL_TRACE_EXPORTER, otlp, OTEL_TRACES_EXPORTER",
        "OTEL_CONFIG_FILE, some.yaml, not supported",
        "OTEL_JAVAAGENT_EXTENSIONS, some-extensions, there is no file some-extensions",
      })
  void aWrongSettingCostsItselfAndOneLine(String name, String value, String said) {
    AgentJvmBuilder builder = Apps.smoke().env(name, value);
    if (name.equals("OTEL_TRACES_SAMPLER_ARG")) {
      builder.env("OTEL_TRACES_SAMPLER", "traceidratio");
    }
    AgentJvm jvm = AGENT.launch(builder);

    isTracedAndExported(jvm);

    AGENT.expectErrorLine(jvm, name);
    jvm.stop();
    assertThat(jvm.stderr()).as("start-up line and one more").hasSize(2);
    assertThat(linesAbout(jvm, name)).singleElement().asString().contains(said);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void manyWrongSettingsCostOneLineEachInWhateverFormTheyCome(Form form) throws IOException {
    AgentJvmBuilder builder = Apps.smoke();
    switch (form) {
      case VARIABLE -> WRONG.forEach(builder::env);
      case PROPERTY ->
          WRONG.forEach((name, value) -> builder.jvmArgs("-D" + property(name) + "=" + value));
      case FILE -> {
        Path file = folder.resolve("agent.properties");
        Files.writeString(
            file,
            WRONG.entrySet().stream()
                .map(entry -> property(entry.getKey()) + "=" + entry.getValue())
                .collect(Collectors.joining("\n")));
        builder.env("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString());
      }
    }
    AgentJvm jvm = AGENT.launch(builder);

    isTracedAndExported(jvm);

    List<String> names =
        WRONG.keySet().stream().map(name -> form == Form.VARIABLE ? name : property(name)).toList();
    for (String name : names) {
      AGENT.expectErrorLine(jvm, name);
    }
    jvm.stop();
    for (String name : names) {
      assertThat(linesAbout(jvm, name)).as(name).hasSize(1);
    }
    assertThat(linesAbout(jvm, name("OTEL_BSP_MAX_QUEUE_SIZE", form)).get(0)).contains("many");
    assertThat(linesAbout(jvm, name("OTEL_TRACES_SAMPLER", form)).get(0)).contains("alway_on");
    assertThat(jvm.stderr())
        .hasSize(WRONG.size() + 1)
        .as("secret")
        .noneMatch(line -> line.contains("nonsense"));
  }

  @Test
  void anEndpointThatIsNoUrlCostsOneLineAndNotTheApplication() {
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutFence()
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", "collector over there")
                .env("OTEL_BSP_SCHEDULE_DELAY", "60000"));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    AGENT.expectErrorLine(jvm, "OTEL_EXPORTER_OTLP_ENDPOINT=collector over there");
    assertThat(linesAbout(jvm, "OTEL_EXPORTER_OTLP_ENDPOINT")).hasSize(1);
    jvm.close();
  }

  @Test
  void aCertificateThatIsNotThereCostsOneLineAndNotTheApplication() {
    String endpoint = AGENT.receiver().endpoint().replace("http:", "https:");
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutFence()
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
                .env("OTEL_EXPORTER_OTLP_CERTIFICATE", "no-such.pem"));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    String line = AGENT.expectErrorLine(jvm, "no-such.pem");
    assertThat(line).contains("OTEL_EXPORTER_OTLP_CERTIFICATE");
    jvm.stop();
    // TLS with a collector that speaks none is another matter: it fails, or the JVM ends first.
    AGENT.expectErrorLine(jvm, " exported to ");
    assertThat(linesAbout(jvm, "OTEL_EXPORTER_OTLP_CERTIFICATE")).hasSize(1);
    assertThat(jvm.stderr()).noneMatch(text -> text.startsWith("\tat "));
  }

  @Test
  void aPropertyBeatsAVariableWhichBeatsTheFile() throws IOException {
    Path file = folder.resolve("three.properties");
    Files.writeString(
        file,
        "otel.service.name=file\notel.resource.attributes=from=file\notel.traces.sampler=always_off");
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .env("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString())
                .env("OTEL_SERVICE_NAME", "variable")
                .env("OTEL_TRACES_SAMPLER", "always_on")
                .jvmArgs("-Dotel.service.name=property"));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    AGENT
        .traces()
        .exactly(
            trace(
                span("GET /call")
                    .service("property")
                    .matching("from=file", it -> "file".equals(it.resource().get("from")))));
  }

  private static void isTracedAndExported(AgentJvm jvm) {
    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
  }

  /** Lines that begin with it, so that a name that is the start of another does not count. */
  private static List<String> linesAbout(AgentJvm jvm, String name) {
    return jvm.stderr().stream()
        .filter(line -> line.startsWith("[gossamer] warning: "))
        .filter(line -> line.matches(".*\\b" + name.replace(".", "\\.") + "\\b(?!\\.).*"))
        .toList();
  }

  private static String name(String variable, Form form) {
    return form == Form.VARIABLE ? variable : property(variable);
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
