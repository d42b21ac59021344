package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.Unprintable;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

final class DatabaseTracingTest {
  @Test
  void aQueryEndsThoughItsExceptionHasNoText() {
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());
    DatabaseTracing tracing = new DatabaseTracing("unprintable-query");
    ConnectionTarget target = new ConnectionTarget(DatabaseSystem.POSTGRESQL, "db", 5432, "shop");
    DatabaseSpan query = tracing.start(Context.root(), target, null, 0);

    assertThatThrownBy(() -> tracing.end(query, new Unprintable())).hasMessage("no text");

    assertThat(spans.getFinishedSpanItems()).hasSize(1);
  }
}
