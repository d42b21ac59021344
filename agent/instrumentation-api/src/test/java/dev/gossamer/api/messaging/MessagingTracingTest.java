package dev.gossamer.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.Unprintable;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

final class MessagingTracingTest {
  @Test
  void aSendEndsThoughItsExceptionHasNoText() {
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());
    MessagingTracing<String, String> tracing =
        new MessagingTracing<>("unprintable-send", "kafka", new Clients());
    SendSpan send = tracing.send("message", "me");

    assertThatThrownBy(() -> tracing.sent(send, -1, -1, new Unprintable())).hasMessage("no text");

    assertThat(spans.getFinishedSpanItems()).hasSize(1);
  }
}
