package dev.gossamer.smoke.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of provider, and every customizer, through the agent that ships. */
final class ProvidersTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir Path folder;

  @Test
  void aSamplerOfAnExtensionDecidesAndReadsSettingsOfItsOwn() {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder))
                .withoutFence()
                .env("OTEL_TRACES_SAMPLER", "Acme")
                .env("ACME_RATE", "0.25")
                .jvmArgs("-Dacme.dropped-path=/call/sees"));

    jvm.callUnderSpan(null, "sees", "anything");
    jvm.callUnderSpan(null, "ok");

    SpanRecord span = AGENT.receiver().awaitSpans(1).get(0);
    assertThat(span.attribute("url.path")).isEqualTo("/call/ok");
    assertThat(span.attribute("acme.rate")).isEqualTo(0.25);
    AGENT.receiver().claimAll();
    assertThat(jvm.stderr()).anyMatch(line -> line.contains("sampler acme"));
  }

  @Test
  void exportersOfAnExtensionGetSpansAndMetricsAsTheyWantThem() throws IOException {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder))
                .metrics()
                .env("OTEL_TRACES_EXPORTER", "otlp,acme")
                .env("OTEL_METRICS_EXPORTER", "acme,otlp")
                .env("OTEL_METRIC_EXPORT_INTERVAL", "50"));

    jvm.callUnderSpan(null, "ok");

    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    MetricRecord metric = AGENT.receiver().awaitMetric("http.server.request.duration", it -> true);
    assertThat(metric.cumulative()).isTrue();
    jvm.awaitErrorLine(line -> line.equals("acme: span GET /call"));
    jvm.awaitErrorLine(line -> line.startsWith("acme: metric http.server.request.duration"));
    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(Files.readAllLines(Apps.told(folder)))
        .contains(
            "span GET /call", "metric http.server.request.duration DELTA", "span exporter flushed");
  }

  @Test
  void anExporterOfAnExtensionGetsLogRecords() throws IOException {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder)).logs().env("OTEL_LOGS_EXPORTER", "otlp,acme"));

    jvm.callUnderSpan(null, "log", "hello");

    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    AGENT.receiver().awaitLog(it -> it.body().equals("hello"));
    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(Files.readAllLines(Apps.told(folder))).contains("log record hello");
  }

  @Test
  void anExporterOfAnExtensionAloneNeedsNoCollector() throws IOException {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder)).withoutFence().env("OTEL_TRACES_EXPORTER", "acme"));

    jvm.callUnderSpan(null, "ok");

    jvm.awaitErrorLine(line -> line.equals("acme: span GET /call"));
    assertThat(jvm.stop()).isEqualTo(143);
    assertThat(Files.readAllLines(Apps.told(folder))).contains("span GET /call");
    assertThat(AGENT.receiver().requests()).isEmpty();
    assertThat(jvm.stderr()).anyMatch(line -> line.contains("to acme of an extension"));
  }

  @Test
  void aPropagatorOfAnExtensionReadsAndWrites() {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder)).env("OTEL_PROPAGATORS", "acme,tracecontext"));
    String trace = "0af7651916cd43dd8448eb211c80319c";

    try (RecordingServer farEnd = RecordingServer.start()) {
      RawHttp.Response response =
          RawHttp.request("GET", "/call/get?" + farEnd.url("/"))
              .header("x-acme", trace + ":b7ad6b7169203331")
              .send(jvm.port());

      assertThat(response.body()).isEqualTo("200");
      assertThat(farEnd.awaitRequests(1, it -> true).get(0).header("x-acme"))
          .startsWith(trace + ":")
          .doesNotContain("b7ad6b7169203331");
    }
    assertThat(AGENT.receiver().awaitSpans(2)).allMatch(span -> span.traceId().equals(trace));
    AGENT.receiver().claimAll();
  }

  @Test
  void aResourceProviderKnowsBetterThanTheAgentAndWorseThanTheUser() throws IOException {
    Path settings = folder.resolve("agent.properties");
    Files.writeString(settings, "acme.region=north\n");
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder))
                .env("OTEL_JAVAAGENT_CONFIGURATION_FILE", settings.toString())
                .env("OTEL_RESOURCE_DISABLED_KEYS", "acme.team")
                .env("OTEL_RESOURCE_ATTRIBUTES", "host.name=mine"));

    jvm.callUnderSpan(null, "ok");

    Map<String, Object> resource = AGENT.receiver().awaitSpans(1).get(0).resource();
    assertThat(resource)
        .containsEntry("cloud.region", "north")
        .containsEntry("host.name", "mine")
        .containsEntry("service.name", "app-under-test")
        .doesNotContainKey("acme.team");
    AGENT.receiver().claimAll();
  }

  @Test
  void aResourceProviderCanBeSwitchedOffAndNamesTheServiceWhereNobodyDid() {
    AgentJvm jvm =
        AGENT.launch(Apps.app(folder, Apps.acme(folder)).withoutEnv("OTEL_SERVICE_NAME"));
    jvm.callUnderSpan(null, "ok");
    assertThat(AGENT.receiver().awaitSpans(1).get(0).serviceName()).isEqualTo("acme");
    AGENT.receiver().claimAll();
    AGENT.receiver().settle();
    AGENT.receiver().clear();

    AgentJvm without =
        AGENT.launch(
            Apps.app(folder, Apps.acme(folder))
                .env(
                    "OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS",
                    "org.example.extension.AcmeResourceProvider"));
    without.callUnderSpan(null, "ok");
    assertThat(AGENT.receiver().awaitSpans(1).get(0).resource()).doesNotContainKey("cloud.region");
    AGENT.receiver().claimAll();
  }

  @Test
  void customizersGetEveryPartAndWhatTheyReturnIsUsed() throws IOException {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, Apps.customizer(folder))
                .metrics()
                .logs()
                .env("OTEL_METRIC_EXPORT_INTERVAL", "50"));

    jvm.callUnderSpan(null, "log", "hello");

    // The delay of the environment holds, not that of the supplier.
    SpanRecord configured = AGENT.receiver().awaitSpan(it -> it.name().equals("configured"));
    SpanRecord span = AGENT.receiver().awaitSpan(it -> it.name().equals("GET /call"));
    assertThat(span.attributes())
        .containsEntry("acme.before", true)
        .containsEntry("acme.beside", true);
    assertThat(span.resource())
        .containsEntry("acme.seen", "low")
        .containsEntry("acme.default", "yes")
        .containsEntry("service.name", "acme-decides");
    assertThat(configured.scopeName()).isEqualTo("acme");
    MetricRecord metric = AGENT.receiver().awaitMetric("acme.duration", it -> true);
    assertThat(metric.unit()).isEqualTo("s");
    LogRecord record = AGENT.receiver().awaitLog(it -> it.body().equals("hello"));
    assertThat(record.attributes())
        .containsEntry("acme.before", true)
        .containsEntry("acme.beside", true);
    AGENT.receiver().claimAll();
    assertThat(AGENT.receiver().requests())
        .allMatch(
            request ->
                request.headers().toString().toLowerCase().contains("x-acme=[" + request.signal())
                    || request.headers().toString().contains("spans"));
    assertThat(Files.readAllLines(Apps.told(folder)))
        .contains(
            "sampler ParentBased{root:AlwaysOnSampler,remoteParentSampled:AlwaysOnSampler,"
                + "remoteParentNotSampled:AlwaysOffSampler,localParentSampled:AlwaysOnSampler,"
                + "localParentNotSampled:AlwaysOffSampler}",
            "propagator [traceparent, tracestate]",
            "propagator [baggage]",
            "metric reader",
            "processor acme.before",
            "processor acme.beside");
  }
}
