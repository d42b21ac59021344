package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.config.SamplerOptions;
import dev.gossamer.config.Settings;
import dev.gossamer.telemetry.recording.AgentTracerProvider;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplersTest {
  /** One that is not shown the trace id would take all of them, or none. */
  @ParameterizedTest
  @CsvSource({
    "always_on, , 1000, 1000",
    "always_off, , 0, 0",
    "parentbased_always_on, , 1000, 1000",
    "parentbased_always_off, , 0, 0",
    "traceidratio, , 400, 600",
    "parentbased_traceidratio, , 400, 600",
    "always_off, root=0.5, 400, 600"
  })
  void samplesTheShareItIsToldTo(String name, String rules, int least, int most) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_TRACES_SAMPLER", name);
    environment.put("OTEL_TRACES_SAMPLER_ARG", "0.5");
    if (rules != null) {
      environment.put("GOSSAMER_SAMPLING_RULES", rules);
    }
    SamplerOptions options = SamplerOptions.from(Settings.of(environment, Map.of()));
    Tracer tracer =
        new AgentTracerProvider(
                Resource.empty(),
                Samplers.of(options, null),
                Samplers.readTraceId(options),
                SpanLimits.getDefault(),
                List.of())
            .get("test");
    int sampled = 0;
    for (int i = 0; i < 1000; i++) {
      if (tracer.spanBuilder("root").setNoParent().startSpan().getSpanContext().isSampled()) {
        sampled++;
      }
    }

    assertThat(sampled).isBetween(least, most);
  }
}
