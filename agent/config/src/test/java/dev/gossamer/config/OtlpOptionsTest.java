package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpOptionsTest {
  private final RecordedLines recorded = new RecordedLines();

  @AfterEach
  void stopRecording() {
    recorded.close();
  }

  private static OtlpOptions read(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return OtlpOptions.from(Settings.of(environment, Map.of()), OtlpSignal.TRACES);
  }

  @Test
  void withoutSettingsTheCollectorIsOnThisHost() {
    OtlpOptions options = read();
    assertThat(options.endpoint()).isEqualTo("http://localhost:4318/v1/traces");
    assertThat(options.grpc()).isFalse();
    assertThat(options.gzip()).isFalse();
    assertThat(options.timeoutMillis()).isEqualTo(10_000);
    assertThat(recorded.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://c:4318, http://c:4318/v1/traces",
    "http://c:4318/, http://c:4318/v1/traces",
    "http://c:4318/base, http://c:4318/base/v1/traces",
    "http://c/base/, http://c/base/v1/traces",
    "HTTPS://c, https://c/v1/traces",
    "https://c:443/?k=v, https://c:443/v1/traces?k=v",
    "http://[fd00::1]:4318, http://[fd00::1]:4318/v1/traces",
    "http://a_name:4318, http://a_name:4318/v1/traces",
    "http://c:4318/v1/traces, http://c:4318/v1/traces/v1/traces",
  })
  void thePathOfTheSignalIsAddedToTheBase(String said, String used) {
    assertThat(read("OTEL_EXPORTER_OTLP_ENDPOINT", said).endpoint()).isEqualTo(used);
    assertThat(recorded.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TRACES, opentelemetry.proto.collector.trace.v1.TraceService/Export",
    "METRICS, opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
    "LOGS, opentelemetry.proto.collector.logs.v1.LogsService/Export",
  })
  void eachSignalHasItsServiceInGrpc(OtlpSignal signal, String method) {
    assertThat(OtlpOptions.from(Settings.of(Map.of(), Map.of()), signal).grpcMethod())
        .isEqualTo(method);
  }

  @Test
  void aGuessIsMendedByTheSettingBesideTheEndpoint() {
    OtlpOptions all = read("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4317/x");
    assertThat(all.isProtocolSet()).isFalse();
    assertThat(all.httpEndpoint()).isEqualTo("http://c:4317/x/v1/traces");
    assertThat(all.remedy(false)).isEqualTo("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
    assertThat(all.remedy(true)).isEqualTo("OTEL_EXPORTER_OTLP_PROTOCOL=grpc");

    OtlpOptions own = read("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://me:secret@c:4317");
    assertThat(own.httpEndpoint()).isEqualTo("http://me:secret@c:4317/v1/traces");
    assertThat(own.remedy(false))
        .isEqualTo(
            "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf and"
                + " OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://c:4317/v1/traces");
  }

  @Test
  void aChoiceIsMendedWhereItWasMade() {
    OtlpOptions options =
        read(
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "grpc",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
            "http://c:4318/v1/traces");
    assertThat(options.isProtocolSet()).isTrue();
    assertThat(options.remedy(false)).isEqualTo("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
  }

  @ParameterizedTest
  @CsvSource({
    "http://c:4318, http://c:4318",
    "http://c:4318/, http://c:4318/",
    "http://c/x, http://c/x"
  })
  void anEndpointForTracesIsUsedAsItIs(String said, String used) {
    OtlpOptions options =
        read(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://other:1",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
            said);
    assertThat(options.endpoint()).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:4318, http://localhost:4318",
    "collector, http://collector",
    "collector/base, http://collector/base",
    "grpc://c:4318, http://c:4318",
    "http://fd00:10::5:4318, http://[fd00:10::5]:4318",
    "http://fd00::1, http://[fd00::1]",
    "http://1:2:3:4:5:6:7:8:4318, http://[1:2:3:4:5:6:7:8]:4318",
    "http://1:2:3:4:5:6:7:8, http://[1:2:3:4:5:6:7:8]",
    "::1, http://[::1]",
  })
  void whatIsPlainlyMeantIsMendedWithALine(String said, String used) {
    assertThat(read("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", said).endpoint()).isEqualTo(used);
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=" + said + ": expected ", "; using " + used);
  }

  @ParameterizedTest
  @CsvSource({
    "http://", "http://:4318", "http://c:99999", "http://c:0", "http://c:port", "ftp://c:21",
    "http://a b", "http://[::1", "http://c:1:2:x", "'://'", "http://$(OTEL_NODE_IP):4318", "'[]'",
    "http://c:4318/%zz",
  })
  void whatIsNoUrlIsReplacedByTheDefaultWithALine(String said) {
    assertThat(read("OTEL_EXPORTER_OTLP_ENDPOINT", said).endpoint())
        .isEqualTo("http://localhost:4318/v1/traces");
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("OTEL_EXPORTER_OTLP_ENDPOINT=" + said, "; using http://localhost:4318");
  }

  @Test
  void aReferenceThatWasNeverReplacedIsNamed() {
    read("OTEL_EXPORTER_OTLP_ENDPOINT", "http://$(OTEL_NODE_IP):4318");
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("$(OTEL_NODE_IP) was never replaced");
  }

  @Test
  void aMissingSchemeMeansHttpsOnlyWhereThatIsSaid() {
    assertThat(
            read("OTEL_EXPORTER_OTLP_INSECURE", "false", "OTEL_EXPORTER_OTLP_ENDPOINT", "c:1234")
                .endpoint())
        .isEqualTo("https://c:1234/v1/traces");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, http://c:4317, true",
        "-, http://c:4318, false",
        "-, http://c, false",
        "http/protobuf, http://c:4317, false",
        "grpc, http://c:4318, true",
        "GRPC, http://c:4318, true",
      })
  void thePortChoosesTheProtocolWhenNothingElseDoes(
      @Nullable String protocol, String endpoint, boolean grpc) {
    OtlpOptions options =
        read(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            endpoint,
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            protocol == null ? "" : protocol);
    assertThat(options.grpc()).isEqualTo(grpc);
    assertThat(options.endpoint()).isEqualTo(grpc ? endpoint : endpoint + "/v1/traces");
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void grpcWithoutAnEndpointHasItsOwnPort() {
    assertThat(read("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc").endpoint())
        .isEqualTo("http://localhost:4317");
  }

  @Test
  void whatIsSaidForTracesWins() {
    OtlpOptions options =
        read(
            "OTEL_EXPORTER_OTLP_HEADERS", "a=1",
            "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "Authorization=Basic%20abc==",
            "OTEL_EXPORTER_OTLP_TIMEOUT", "1s",
            "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "2s",
            "OTEL_EXPORTER_OTLP_COMPRESSION", "none",
            "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "gzip",
            "OTEL_EXPORTER_OTLP_CERTIFICATE", "a.pem",
            "OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE", "b.pem");
    assertThat(options.headers()).containsExactly(Map.entry("Authorization", "Basic abc=="));
    assertThat(options.timeoutMillis()).isEqualTo(2000);
    assertThat(options.gzip()).isTrue();
    assertThat(options.certificate()).isEqualTo("b.pem");
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void aBadValueForTracesLeavesWhatIsSaidForAll() {
    OtlpOptions options =
        read(
            "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
            "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "x",
            "OTEL_EXPORTER_OTLP_TIMEOUT", "1s",
            "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "x",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4317",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://");
    assertThat(options.grpc()).isTrue();
    assertThat(options.timeoutMillis()).isEqualTo(1000);
    assertThat(options.endpoint()).isEqualTo("http://c:4317");
    assertThat(recorded.lines()).hasSize(3);
  }

  @Test
  void aPasswordInTheEndpointIsNotShown() {
    OtlpOptions options = read("OTEL_EXPORTER_OTLP_ENDPOINT", "http://me:hunter2@c:4318/a@b");
    assertThat(options.shownEndpoint()).isEqualTo("http://c:4318/a@b/v1/traces");
    read("OTEL_EXPORTER_OTLP_ENDPOINT", "me:hunter2@c:4318");
    read("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://me:hunter2@c:4318");
    assertThat(recorded.lines()).hasSize(2).noneMatch(line -> line.contains("hunter2"));
  }
}
