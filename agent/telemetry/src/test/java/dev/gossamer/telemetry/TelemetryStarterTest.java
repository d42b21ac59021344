package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.gossamer.api.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TelemetryStarterTest {
  private Collector collector;

  @BeforeEach
  void startCollector() throws IOException {
    collector = new Collector();
  }

  @AfterEach
  void stopCollector() {
    collector.close();
  }

  private Map<String, String> environment(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_SERVICE_NAME", "shop");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }

  @Test
  void oneLineIsPrintedAndTheLastSpanArrivesAlthoughMainEndsAtOnce() throws Exception {
    ProbeJvm jvm =
        ProbeJvm.start(
            environment(
                "OTEL_RESOURCE_ATTRIBUTES", "a=b%20c,service.name=other",
                "OTEL_EXPORTER_OTLP_HEADERS", "api-key=secret"),
            "span");
    assertThat(jvm.exit()).isZero();
    assertThat(jvm.output()).isEmpty();
    assertThat(jvm.errors())
        .singleElement()
        .asString()
        .matches(
            "\\[gossamer] "
                + Version.AGENT
                + ": spans of shop to "
                + collector.url()
                + "/v1/traces \\(http/protobuf\\), sampler parentbased_always_on, metrics to "
                + collector.url()
                + "/v1/metrics, logs to "
                + collector.url()
                + "/v1/logs, propagators tracecontext,baggage, ready after \\d+ ms");
    Collector.Received received = collector.next();
    assertThat(received.path()).isEqualTo("/v1/traces");
    assertThat(received.headers().getFirst("User-Agent"))
        .startsWith("Gossamer/" + Version.AGENT + " OTel-OTLP-Exporter-Java/1.");
    assertThat(received.headers().getFirst("api-key")).isEqualTo("secret");
    assertThat(received.resource())
        .contains(
            entry("service.name", "shop"),
            entry("a", "b c"),
            entry("telemetry.sdk.name", "opentelemetry"),
            entry("telemetry.sdk.language", "java"),
            entry("telemetry.distro.name", "gossamer"),
            entry("telemetry.distro.version", Version.AGENT),
            entry("process.pid", "" + jvm.process.pid()),
            entry("process.runtime.version", System.getProperty("java.runtime.version")))
        .containsKeys("telemetry.sdk.version", "os.type", "host.arch", "service.instance.id")
        .doesNotContainKey("process.command_args");
    assertThat(received.span().getName()).isEqualTo("one");
    assertThat(received.span().getFlags()).as("sampled and random").isEqualTo(0x103);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "OTEL_TRACES_SAMPLER, alway_on, did you mean always_on?",
        "OTEL_TRACES_SAMPLER, jaeger_remote, using parentbased_always_on",
        "OTEL_PROPAGATORS, nonsense, does not know nonsense",
        "OTEL_BSP_MAX_QUEUE_SIZE, many, using 2048",
        "OTEL_BSP_MAX_QUEUE_SIZE, -1, using 2048",
        "OTEL_EXPORTER_OTLP_PROTOCOL, htp, expected one of",
        "OTEL_TRACES_EXPORTER, zipkin, using otlp",
        "OTEL_EXPORTER_OTLP_COMPRESSION, zstd, using none",
        "OTEL_RESOURCE_ATTRIBUTES, broken, has entries left out",
        "OTEL_EXPORTER_OTLP_HEADERS, broken, has entries left out",
        "OTEL_TRACE_SAMPLER, always_on, did you mean OTEL_TRACES_SAMPLER?",
        "OTEL_JAVAAGENT_CONFIGURATION_FILE, /no/such/file, no such file",
      })
  void aBadValueCostsOneLineAndSpansArriveAllTheSame(String name, String value, String said)
      throws Exception {
    ProbeJvm jvm = ProbeJvm.start(environment(name, value), "span");
    assertThat(jvm.exit()).isZero();
    assertThat(collector.next().span().getName()).isEqualTo("one");
    assertThat(jvm.errors())
        .hasSize(2)
        .anyMatch(line -> line.contains(name) && line.contains(said))
        .anyMatch(line -> line.contains("spans of shop to"));
  }

  @Test
  void spansAreFlushedWhenTheJvmIsTerminated() throws Exception {
    ProbeJvm jvm = ProbeJvm.start(environment("OTEL_BSP_SCHEDULE_DELAY", "1h"), "span-then-wait");
    assertThat(jvm.firstOutput()).isEqualTo("waiting");
    jvm.process.destroy();
    assertThat(jvm.exit()).isEqualTo(128 + 15);
    assertThat(collector.next().span().getName()).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({"OTEL_SDK_DISABLED, true", "OTEL_TRACES_EXPORTER, none"})
  void whenOffWhatComesInIsPassedOnUnchangedAndNothingIsMade(String name, String value)
      throws Exception {
    ProbeJvm jvm = ProbeJvm.start(environment(name, value), "forward");
    assertThat(jvm.exit()).isZero();
    assertThat(jvm.output())
        .containsExactly(
            "{baggage=user=me,"
                + " traceparent=00-80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-01,"
                + " tracestate=a=b,c=d}",
            "{}");
    assertThat(jvm.errors()).singleElement().asString().contains("no spans (" + name);
    assertThat(collector.received).isEmpty();
  }

  @Test
  void whatIsLoggedBeforeTelemetryHasStartedIsKeptInOrderUpToABound() throws Exception {
    ProbeJvm jvm =
        ProbeJvm.start(environment("OTEL_LOGS_EXPORTER", "console"), "early-logs", "1002");
    assertThat(jvm.exit()).isZero();
    List<String> lines = new ArrayList<>(jvm.output());
    // Does not wait for those that are kept, where no more can be.
    assertThat(lines)
        .filteredOn(line -> line.startsWith("INFO 'late' 00000000000000000000000000000000"))
        .hasSize(1);
    lines.removeIf(line -> line.contains("'late'"));
    assertThat(lines).hasSize(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(lines.get(i))
          .isEqualTo(
              "INFO 'early "
                  + i
                  + "' 80f198ee56343ba864fe8b2a57d3eff7 e457b5a2e4d86bd1 [logger] {}");
    }
    assertThat(jvm.errors())
        .hasSize(2)
        .anyMatch(line -> line.contains("2 log records lost: more than 1000 before telemetry"));
  }

  @Test
  void theConsoleIsStandardOutput() throws Exception {
    ProbeJvm jvm = ProbeJvm.start(environment("OTEL_TRACES_EXPORTER", "console"), "span");
    assertThat(jvm.exit()).isZero();
    assertThat(jvm.output()).singleElement().asString().startsWith("'one' ");
    assertThat(jvm.errors()).singleElement().asString().contains("to standard output (console)");
  }

  @Test
  void aCollectorThatIsAwayDelaysTheEndByNoMoreThanItIsWorth() throws Exception {
    collector.close();
    ProbeJvm jvm = ProbeJvm.start(environment(), "span");
    assertThat(jvm.exit()).isZero();
    assertThat(jvm.errors()).hasSizeBetween(1, 2);
  }

  @Test
  void withoutTheSdkThereIsOneLineAndTheApplicationRuns() throws Exception {
    ProbeJvm jvm =
        ProbeJvm.start(entry -> !entry.contains("opentelemetry-sdk-trace"), environment(), "span");
    assertThat(jvm.exit()).isZero();
    assertThat(jvm.errors())
        .singleElement()
        .asString()
        .startsWith("[gossamer] warning: no spans, because telemetry could not be started: ");
  }
}
