package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropagatorsTest {
  @ParameterizedTest
  @CsvSource({
    "tracecontext, traceparent",
    "baggage, baggage",
    "b3, b3",
    "b3multi, X-B3-TraceId",
    "jaeger, uber-trace-id",
    "xray, X-Amzn-Trace-Id",
    "ottrace, ot-tracer-traceid",
  })
  void everyNameHasItsHeader(String name, String header) {
    assertThat(Propagators.of(List.of(name), null).fields())
        .anyMatch(field -> field.equalsIgnoreCase(header));
  }

  @Test
  void noneHasNone() {
    assertThat(Propagators.of(List.of(), null).fields()).isEmpty();
  }

  @Test
  void severalWriteAllTheirHeaders() {
    assertThat(Propagators.of(List.of("tracecontext", "b3"), null).fields())
        .contains("traceparent", "b3");
  }
}
