package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  @ParameterizedTest
  @CsvSource({
    "OTEL_SERVICENAME, OTEL_SERVICE_NAME",
    "OTEL_TRACE_SAMPLER, OTEL_TRACES_SAMPLER",
    "OTEL_EXPORTER_OLTP_ENDPOINT, OTEL_EXPORTER_OTLP_ENDPOINT",
    "OTEL_PROPAGATOR, OTEL_PROPAGATORS",
  })
  void aMisspeltNameIsNamedWithItsValueUnsaid(String said, String meant) {
    try (RecordedLines recorded = new RecordedLines()) {
      Settings.of(Map.of(said, "secret"), Map.of()).reportNearMisses();
      assertThat(recorded.lines())
          .containsExactly(
              "[gossamer] warning: "
                  + said
                  + " is no setting; did you mean "
                  + meant
                  + "? It is ignored");
    }
  }

  @Test
  void aMisspeltPropertyIsNamedAsWritten() {
    try (RecordedLines recorded = new RecordedLines()) {
      Settings.of(Map.of(), Map.of("otel.service-nam", "x")).reportNearMisses();
      assertThat(recorded.lines()).singleElement().asString().contains("otel.service-nam is no");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_SERVICE_NAME",
    "OTEL_RESOURCE_ATTRIBUTES_POD_NAME",
    "OTEL_NODE_IP",
    "OTEL_METRIC_EXPORT_INTERVAL",
    "OTEL_INSTRUMENTATION_JDBC_ENABLED",
    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
    "OTEL_QUITE_ANOTHER_THING",
    "SERVICE_NAM",
  })
  void aNameThatIsNoMissIsNotMentioned(String said) {
    try (RecordedLines recorded = new RecordedLines()) {
      Settings.of(Map.of(said, "x"), Map.of()).reportNearMisses();
      assertThat(recorded.lines()).isEmpty();
    }
  }

  @Test
  void thousandsOfUnknownNamesCostNoThousandsOfLines() {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      environment.put("OTEL_SERVICE_NAM" + i, "x");
    }
    try (RecordedLines recorded = new RecordedLines()) {
      Settings.of(environment, Map.of()).reportNearMisses();
      assertThat(recorded.lines()).hasSizeLessThanOrEqualTo(50);
    }
  }
}
