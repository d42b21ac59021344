package dev.gossamer.instrumentation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code OTEL_SEMCONV_STABILITY_OPT_IN} for messaging: one record, with and without old names. */
final class SemconvStabilityTest {
  private static final Set<String> METRICS =
      Set.of(
          "messaging.client.operation.duration",
          "messaging.process.duration",
          "messaging.client.sent.messages",
          "messaging.client.consumed.messages");

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  /** Spans by what they are for, with the topic, which is another each time, as {@code T}. */
  private record Run(
      Map<String, SpanRecord> spans,
      Map<String, Map<String, Object>> attributes,
      Map<String, MetricRecord> metrics,
      String topic) {}

  @Test
  void theOldNamesOfMessagingComeBesideTheNewAndOnlyWhenAskedFor() {
    try (RecordingServer farEnd = RecordingServer.start()) {
      Run byDefault = run(null, farEnd);
      Run plain = run("messaging", farEnd);
      Run both = run("messaging/dup", farEnd);

      assertThat(byDefault.attributes()).containsOnlyKeys("send T", "poll T", "process T");
      assertThat(plain.attributes()).isEqualTo(byDefault.attributes());
      assertThat(byDefault.metrics().keySet()).isEqualTo(METRICS);
      assertThat(plain.metrics().keySet()).isEqualTo(METRICS);

      assertAdded(
          both,
          byDefault,
          "send T",
          SpanKind.PRODUCER,
          Map.of(
              "messaging.operation",
              "publish",
              "messaging.client_id",
              "app-producer",
              "messaging.kafka.destination.partition",
              0L,
              "messaging.kafka.message.offset",
              0L));
      assertAdded(
          both,
          byDefault,
          "poll T",
          SpanKind.CLIENT,
          Map.of(
              "messaging.operation", "receive",
              "messaging.client_id", "app-consumer",
              "messaging.kafka.consumer.group", "app-group"));
      assertAdded(
          both,
          byDefault,
          "process T",
          SpanKind.CONSUMER,
          Map.of(
              "messaging.operation", "process",
              "messaging.client_id", "app-consumer",
              "messaging.kafka.consumer.group", "app-group",
              "messaging.kafka.destination.partition", 0L,
              "messaging.kafka.message.offset", 0L));
      assertThat(both.attributes()).containsOnlyKeys("send T", "poll T", "process T");
      assertMetrics(both);
    }
  }

  /** Of what a span has but one, the new one stays. */
  private static void assertAdded(
      Run both, Run byDefault, String name, SpanKind kind, Map<String, Object> old) {
    Map<String, Object> all = new TreeMap<>(byDefault.attributes().get(name));
    all.putAll(old);
    assertThat(both.attributes().get(name)).isEqualTo(all);
    assertThat(all).hasSize(byDefault.attributes().get(name).size() + old.size());
    assertThat(both.spans().get(name).kind()).isEqualTo(kind);
    assertThat(byDefault.spans().get(name).kind()).isEqualTo(kind);
  }

  private static void assertMetrics(Run both) {
    Map<String, String> units =
        Map.of(
            "messaging.publish.duration", "s",
            "messaging.receive.duration", "s",
            "messaging.client.published.messages", "{message}",
            "messaging.receive.messages", "{message}");
    Set<String> names = new HashSet<>(METRICS);
    names.addAll(units.keySet());
    assertThat(both.metrics().keySet()).isEqualTo(names);
    units.forEach(
        (name, unit) -> {
          MetricRecord metric = both.metrics().get(name);
          assertThat(metric.unit()).as(name).isEqualTo(unit);
          assertThat(metric.points())
              .as(name)
              .singleElement()
              .satisfies(
                  point -> {
                    assertThat(point.count()).isEqualTo(1);
                    assertThat(point.attributes())
                        .isEqualTo(
                            Map.of(
                                "messaging.system",
                                "kafka",
                                "messaging.operation",
                                name.contains("publish") ? "publish" : "receive",
                                "messaging.destination.name",
                                both.topic(),
                                "server.address",
                                "localhost",
                                "server.port",
                                (long) TestBroker.port()));
                  });
        });
    assertThat(both.metrics().get("messaging.publish.duration").points().get(0).bounds())
        .isEqualTo(
            both.metrics().get("messaging.client.operation.duration").points().get(0).bounds());
  }

  private static Run run(@Nullable String optIn, RecordingServer farEnd) {
    AgentJvmBuilder builder =
        AgentJvm.app(KafkaApp.class)
            .jvmArgs("-Dbroker=" + TestBroker.address())
            .classPath(KafkaContract.classPath("latest"))
            .withoutFence()
            .metrics()
            // One export, when the JVM ends.
            .env("OTEL_METRIC_EXPORT_INTERVAL", "3600000")
            .env("OTEL_INSTRUMENTATION_RUNTIME_TELEMETRY_ENABLED", "false");
    if (optIn != null) {
      builder.env("OTEL_SEMCONV_STABILITY_OPT_IN", optIn);
    }
    AgentJvm jvm = AGENT.launch(builder);
    jvm.port();
    String topic = TestBroker.topic(1);
    jvm.call("send", topic, "string", "one", "a");
    jvm.call("all", topic, "1", farEnd.url("/"));
    assertThat(jvm.finish()).isZero();
    Map<String, SpanRecord> spans = new TreeMap<>();
    Map<String, Map<String, Object>> attributes = new TreeMap<>();
    for (SpanRecord span : AGENT.receiver().spans()) {
      if (!span.name().equals("GET")) {
        String name = span.name().replace(topic, "T");
        assertThat(spans.put(name, span)).as(name).isNull();
        Map<String, Object> its = new TreeMap<>(span.attributes());
        its.replaceAll((key, value) -> value.equals(topic) ? "T" : value);
        attributes.put(name, its);
      }
    }
    Map<String, MetricRecord> metrics = new TreeMap<>();
    for (MetricRecord metric : AGENT.receiver().metrics()) {
      if (metric.name().startsWith("messaging.")) {
        metrics.put(metric.name(), metric);
      }
    }
    AGENT.receiver().claimAll();
    AGENT.receiver().clear();
    return new Run(spans, attributes, metrics, topic);
  }
}
