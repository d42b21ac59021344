package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XrayPropagatorTest {
  private static final String HEADER = "X-Amzn-Trace-Id";
  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private static SpanContext extract(String header) {
    return Span.fromContext(
            XrayPropagator.instance().extract(Context.root(), Map.of(HEADER, header), GETTER))
        .getSpanContext();
  }

  @ParameterizedTest
  @CsvSource({
    "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1, true",
    "Sampled=1;Parent=53995c3f42cd8ad8;Root=1-5759e988-bd862e3fe1be46a994272793, true",
    "Self=x; Root=1-5759e988-bd862e3fe1be46a994272793; Parent=53995c3f42cd8ad8; Sampled=0, false",
    "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8, false",
    "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=?, false",
  })
  void readsWhatAwsWrites(String header, boolean sampled) {
    SpanContext context = extract(header);
    assertThat(context.getTraceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
    assertThat(context.getSpanId()).isEqualTo("53995c3f42cd8ad8");
    assertThat(context.isSampled()).isEqualTo(sampled);
    assertThat(context.isRemote()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";;;",
        "Root=",
        "Root=1-5759e988-bd862e3fe1be46a994272793",
        "Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8",
        "Root=1-5759e988-bd862e3fe1be46a99427279x;Parent=53995c3f42cd8ad8",
        "Root=1-00000000-000000000000000000000000;Parent=53995c3f42cd8ad8",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0000000000000000",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad",
        "Root=1-5759e988bd862e3fe1be46a9942727930;Parent=53995c3f42cd8ad8",
      })
  void anythingElseIsAsIfNothingHadCome(String header) {
    assertThat(extract(header).isValid()).isFalse();
  }

  @Test
  void writesWhatItReads() {
    String header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    Map<String, String> written = new HashMap<>();
    XrayPropagator.instance()
        .inject(Context.root().with(Span.wrap(extract(header))), written, Map::put);
    assertThat(written).containsExactly(Map.entry(HEADER, header));
  }

  @Test
  void writesNothingWithoutASpan() {
    Map<String, String> written = new HashMap<>();
    XrayPropagator.instance().inject(Context.root(), written, Map::put);
    assertThat(written).isEmpty();
  }
}
