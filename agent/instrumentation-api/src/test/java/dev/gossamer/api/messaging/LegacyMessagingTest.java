package dev.gossamer.api.messaging;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of the semantic conventions 1.24, by a table. */
final class LegacyMessagingTest {
  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.41.0";
  private static final InMemoryMetricReader READER = InMemoryMetricReader.create();

  @BeforeAll
  static void install() {
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(READER).build())
            .build());
  }

  /** A client is its id and its group. */
  @ParameterizedTest
  @CsvSource({
    "send,    ,         -1, -1, messaging.operation=publish",
    "send,    me,       2,  -1, messaging.operation=publish messaging.client_id=me"
        + " messaging.kafka.destination.partition=2",
    "receive, me ours,  -1, -1, messaging.operation=receive messaging.client_id=me"
        + " messaging.kafka.consumer.group=ours",
    "process, me ours,  0,  7,  messaging.operation=process messaging.client_id=me"
        + " messaging.kafka.consumer.group=ours messaging.kafka.destination.partition=0"
        + " messaging.kafka.message.offset=7",
  })
  void anOperationIsDescribedAsBefore(
      String type, @Nullable String client, int partition, long offset, String expected) {
    LegacyMessaging legacy = new LegacyMessaging("described", SCHEMA_URL, "kafka");
    SpanBuilder builder = Telemetry.tracer("described", SCHEMA_URL).spanBuilder(type);
    legacy.begin(builder, type, new Clients(), client);
    legacy.describe(builder, partition, offset);
    assertThat(text(((ReadableSpan) builder.startSpan()).getAttributes()))
        .isEqualTo(
            Arrays.stream(expected.split(" "))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
  }

  @Test
  void whereAMessageWentIsSaidWhenItIsKnown() {
    LegacyMessaging legacy = new LegacyMessaging("sent", SCHEMA_URL, "kafka");
    Span span = Telemetry.tracer("sent", SCHEMA_URL).spanBuilder("send").startSpan();
    legacy.sent(span, -1, -1);
    assertThat(text(((ReadableSpan) span).getAttributes())).isEmpty();
    legacy.sent(span, 3, 0);
    assertThat(text(((ReadableSpan) span).getAttributes()))
        .isEqualTo(
            Map.of(
                "messaging.kafka.destination.partition", "3",
                "messaging.kafka.message.offset", "0"));
  }

  @ParameterizedTest
  @CsvSource({
    "messaging.publish.duration, s, messaging.operation=publish error.type=E",
    "messaging.client.published.messages, {message}, messaging.operation=publish error.type=E",
    "messaging.receive.duration, s, messaging.operation=receive",
    "messaging.receive.messages, {message}, messaging.operation=receive",
  })
  void metricsSayWhatTheyDid(String name, String unit, String expected) {
    String scope = "metrics-of-" + name;
    LegacyMessaging legacy = new LegacyMessaging(scope, SCHEMA_URL, "kafka");
    Attributes stable =
        Attributes.builder()
            .put("messaging.operation.name", "new")
            .put("messaging.operation.type", "new")
            .put("messaging.consumer.group.name", "new")
            .put("messaging.destination.name", "orders")
            .build();
    Attributes failed = stable.toBuilder().put(stringKey("error.type"), "E").build();

    legacy.countSent(System.nanoTime(), failed, Context.root());
    legacy.countReceived(System.nanoTime(), 5, stable, Context.root());

    MetricData metric =
        READER.collectAllMetrics().stream()
            .filter(it -> it.getName().equals(name))
            .filter(
                it -> it.getInstrumentationScopeInfo().getName().equals("dev.gossamer." + scope))
            .findFirst()
            .orElseThrow();
    assertThat(metric.getUnit()).isEqualTo(unit);
    assertThat(metric.getData().getPoints())
        .singleElement()
        .satisfies(
            point -> {
              Map<String, String> attributes = text(point.getAttributes());
              assertThat(attributes.remove("messaging.destination.name")).isEqualTo("orders");
              assertThat(attributes)
                  .isEqualTo(
                      Arrays.stream(expected.split(" "))
                          .map(pair -> pair.split("=", 2))
                          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
            });
    if (name.equals("messaging.receive.messages")) {
      assertThat(metric.getLongSumData().getPoints())
          .singleElement()
          .satisfies(point -> assertThat(point.getValue()).isEqualTo(5));
    }
  }

  private static Map<String, String> text(Attributes attributes) {
    Map<String, String> text = new TreeMap<>();
    attributes.forEach((key, value) -> text.put(key.getKey(), value.toString()));
    return text;
  }
}
