package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what only measures is of any use. */
final class SdkOptionsTest {
  @ParameterizedTest
  @CsvSource({
    ", , true",
    "otlp, , true",
    "console, , true",
    "none, , false",
    "' NONE ', , false",
    "prometheus, , true",
    ", false, true",
    ", true, false"
  })
  void metricsAreExportedUnlessToldOtherwise(
      @Nullable String exporter, @Nullable String disabled, boolean exported) {
    Map<String, String> environment = new HashMap<>();
    if (exporter != null) {
      environment.put("OTEL_METRICS_EXPORTER", exporter);
    }
    if (disabled != null) {
      environment.put("OTEL_SDK_DISABLED", disabled);
    }
    assertThat(SdkOptions.exportsMetrics(Settings.of(environment, Map.of()))).isEqualTo(exported);
  }
}
