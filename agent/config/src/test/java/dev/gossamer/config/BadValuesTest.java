package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad value costs one line and that setting; everything else is as if it were not there. */
class BadValuesTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "OTEL_SERVICE_NAME", "shop",
          "OTEL_TRACES_SAMPLER", "always_on",
          "OTEL_PROPAGATORS", "b3",
          "OTEL_BSP_MAX_QUEUE_SIZE", "100",
          "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "50",
          "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
          "OTEL_EXPORTER_OTLP_HEADERS", "a=b",
          "OTEL_RESOURCE_ATTRIBUTES", "x=y");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
      OTEL_SDK_DISABLED                    | yes          | expected true or false; using false
      OTEL_TRACES_SAMPLER                  | alway_on     | (did you mean always_on?); using parentbased_always_on
      OTEL_TRACES_SAMPLER                  | nonsense     | expected one of always_on, always_off
      OTEL_TRACES_SAMPLER                  | jaeger_remote | not supported; using parentbased_always_on
      OTEL_TRACES_SAMPLER                  | parentbased_jaeger_remote | not supported; using parentbased_always_on
      OTEL_TRACES_SAMPLER                  | xray         | not supported; using parentbased_always_on
      GOSSAMER_SAMPLING_RULES              | /a=often,/b=1,/c=2 | has rules left out: /a='often', /c='2'; a share is a number from 0 to 1
      GOSSAMER_SAMPLING_RULES              | /a=NaN,/b=0x1p0,/c=1d,/d=-0.1 | has rules left out: /a='NaN', /b='0x1p0', /c='1d', /d='-0.1'
      GOSSAMER_SAMPLING_RULES              | /a=1,/b      | has entries left out: '/b' (no '=')
      GOSSAMER_SAMPLING_RULES              | /a=0,/b=1,/a=1 | has entries left out: '/a' (there is one before it); the rest is used
      GOSSAMER_SAMPLING_RATE_LIMIT         | many         | expected a whole number from 0 to 1000000; using 0
      GOSSAMER_SAMPLING_RATE_LIMIT         | -1           | expected a whole number from 0 to 1000000; using 0
      OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING | http://a=b,c=d,:80=e | has entries left out: http://a, :80; expected host[:port][/path]=name
      OTEL_PROPAGATORS                     | b3,nonsense  | OTEL_PROPAGATORS does not know nonsense; using b3. Valid: tracecontext
      OTEL_PROPAGATORS                     | tracecontest | (did you mean tracecontext?); using tracecontext,baggage
      OTEL_PROPAGATORS                     | none,b3      | says none beside others; using b3
      OTEL_SEMCONV_STABILITY_OPT_IN        | http/dup,database/dupe,k8s | does not know database/dupe (did you mean database/dup?), k8s; using http/dup. Valid: http, http/dup,
      OTEL_SEMCONV_STABILITY_OPT_IN        | old          | does not know old; it is ignored. Valid: http, http/dup,
      OTEL_BSP_MAX_QUEUE_SIZE              | many         | expected a whole number from 1 to 1048576; using 2048
      OTEL_BSP_MAX_QUEUE_SIZE              | -1           | expected a whole number from 1 to 1048576; using 2048
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE       | 200          | no more than OTEL_BSP_MAX_QUEUE_SIZE (100); using 100
      OTEL_BSP_SCHEDULE_DELAY              | -5           | expected milliseconds
      OTEL_BSP_SCHEDULE_DELAY              | 0            | 1 ms or more; using 5000 ms
      OTEL_BSP_EXPORT_TIMEOUT              | soon         | not negative; using 30000 ms
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT      | -1           | expected a whole number, 0 or more; using 128
      OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT    | long         | expected a whole number, 0 or more; using 2147483647
      OTEL_EXPORTER_OTLP_PROTOCOL          | htp/protobuf | (did you mean http/protobuf?); using http/protobuf
      OTEL_EXPORTER_OTLP_PROTOCOL          | http/json    | expected http/protobuf or grpc; using http/protobuf
      OTEL_EXPORTER_OTLP_TRACES_PROTOCOL   | http         | ; it is ignored
      OTEL_EXPORTER_OTLP_COMPRESSION       | zstd         | expected one of none, gzip; using none
      OTEL_EXPORTER_OTLP_TIMEOUT           | -1           | expected milliseconds
      OTEL_EXPORTER_OTLP_TRACES_TIMEOUT    | 1 year       | expected milliseconds
      OTEL_EXPORTER_OTLP_INSECURE          | 1            | expected true or false; using true
      OTEL_EXPORTER_OTLP_HEADERS           | a=b,nothing  | has entries left out: number 2 (no '=')
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT   | nowhere:x:y  | expected a URL such as http://localhost:4318; it is ignored
      OTEL_TRACES_EXPORTER                 | zipkin       | zipkin is not supported; using otlp
      OTEL_TRACES_EXPORTER                 | oltp         | oltp is not supported (did you mean otlp?); using otlp
      OTEL_TRACES_EXPORTER                 | logging      | logging is called console; using console
      OTEL_TRACES_EXPORTER                 | otlp,none    | none says nothing beside others; using otlp
      OTEL_RESOURCE_ATTRIBUTES             | x=y,broken   | has entries left out: 'broken' (no '=')
      OTEL_RESOURCE_ATTRIBUTES             | x=y,pod=$(P) | 'pod' ($(P) was never replaced)
      OTEL_SERVICE_NAME                    | $(NAME)      | expected a name, not a reference that was never replaced; it is ignored
      OTEL_CONFIG_FILE                     | otel.yaml    | OTEL_CONFIG_FILE is not supported by this agent
      """)
  void costsOneLineAndNothingElse(String name, String value, String said) {
    Map<String, String> environment = new HashMap<>(GOOD);
    environment.put(name, value);
    try (RecordedLines recorded = new RecordedLines()) {
      Map<String, String> read = readAll(Settings.of(environment, Map.of()));
      assertThat(recorded.lines()).singleElement().asString().contains(said).contains(name);
      Map<String, String> untouched = readAll(Settings.of(GOOD, Map.of()));
      read.keySet().removeIf(key -> key.startsWith(name));
      assertThat(untouched).containsAllEntriesOf(read);
      assertThat(recorded.lines()).hasSize(1);
    }
  }

  private static Map<String, String> readAll(Settings settings) {
    Map<String, String> read = new HashMap<>();
    SdkOptions sdk = SdkOptions.from(settings);
    read.put("OTEL_SDK_DISABLED", "" + sdk.disabled());
    read.put("OTEL_TRACES_EXPORTER", "" + sdk.tracesExporters());
    ResourceOptions resource = ResourceOptions.from(settings);
    read.put("OTEL_SERVICE_NAME", "" + resource.serviceName());
    read.put("OTEL_RESOURCE_ATTRIBUTES", "" + resource.attributes());
    read.put("OTEL_TRACES_SAMPLER", "" + SamplerOptions.from(settings).name());
    read.put("OTEL_PROPAGATORS", "" + PropagatorOptions.from(settings).names());
    read.put(
        "OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING",
        "" + ClientOptions.from(settings).peerServices());
    SemconvOptions semconv = SemconvOptions.from(settings);
    read.put(
        "OTEL_SEMCONV_STABILITY_OPT_IN",
        semconv.duplicates("http") + " " + semconv.duplicates("database"));
    BatchOptions batch = BatchOptions.ofSpans(settings);
    read.put("OTEL_BSP_SCHEDULE_DELAY", "" + batch.delayMillis());
    read.put("OTEL_BSP_EXPORT_TIMEOUT", "" + batch.timeoutMillis());
    read.put("OTEL_BSP_MAX_QUEUE_SIZE", "" + batch.queueSize());
    read.put("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "" + batch.batchSize());
    LimitOptions limits = LimitOptions.from(settings);
    read.put("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "" + limits.attributes());
    read.put("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "" + limits.valueLength());
    OtlpOptions otlp = OtlpOptions.from(settings, OtlpSignal.TRACES);
    read.put("OTEL_EXPORTER_OTLP_ENDPOINT", otlp.endpoint());
    read.put("OTEL_EXPORTER_OTLP_PROTOCOL", "" + otlp.grpc());
    read.put("OTEL_EXPORTER_OTLP_HEADERS", "" + otlp.headers());
    read.put("OTEL_EXPORTER_OTLP_TIMEOUT", "" + otlp.timeoutMillis());
    read.put("OTEL_EXPORTER_OTLP_COMPRESSION", "" + otlp.gzip());
    return read;
  }
}
