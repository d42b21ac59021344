package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.config.RecordedLines;
import dev.gossamer.telemetry.transport.OtlpClient;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpSpanExporterTest {
  private static final int MEBIBYTE = 1 << 20;

  private final RecordedLines recorded = new RecordedLines();
  private final RandomSpans random = new RandomSpans(7);
  private final Collector collector = new Collector();
  private final OtlpSpanExporter exporter = new OtlpSpanExporter(collector);

  @AfterEach
  void stopRecording() {
    recorded.close();
  }

  @Test
  void exportsWhatCanBeEncodedAndTellsOfTheRest() {
    SpanData broken =
        span(
            "broken",
            Attributes.of(AttributeKey.longArrayKey("key"), Collections.singletonList(null)));

    CompletableResultCode result =
        exporter.export(List.of(span("before"), broken, span("after"), broken));

    assertThat(result.isSuccess()).isTrue();
    assertThat(collector.names()).containsExactly(List.of("before", "after"));
    assertThat(recorded.lines()).hasSize(1);
    assertThat(recorded.lines().get(0))
        .contains("cannot be encoded", "1 so far", "NullPointerException");
  }

  @Test
  void survivesAValueThatIsNestedTooDeeply() {
    Value<?> deep = Value.of(1);
    for (int i = 0; i < 200_000; i++) {
      deep = Value.of(List.of(deep));
    }

    CompletableResultCode result =
        exporter.export(
            List.of(span("deep", Attributes.of(AttributeKey.valueKey("key"), deep)), span("flat")));

    assertThat(result.isSuccess()).isTrue();
    assertThat(collector.names()).containsExactly(List.of("flat"));
  }

  @Test
  void failsWhenNothingOfABatchCanBeEncoded() {
    Attributes attributes =
        Attributes.of(AttributeKey.longArrayKey("key"), Collections.singletonList(null));

    CompletableResultCode result = exporter.export(List.of(span("broken", attributes)));

    assertThat(result.isSuccess()).isFalse();
    assertThat(result.getFailureThrowable()).isInstanceOf(NullPointerException.class);
    assertThat(collector.requests).isEmpty();
  }

  @Test
  void sendsALargeBatchInSeveralRequests() {
    List<SpanData> batch = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String large = "x".repeat(MEBIBYTE);
      batch.add(span("span " + i, Attributes.of(AttributeKey.stringKey("key"), large)));
    }

    CompletableResultCode result = exporter.export(batch);

    assertThat(result.isSuccess()).isTrue();
    assertThat(collector.names().stream().flatMap(List::stream))
        .containsExactlyElementsOf(batch.stream().map(SpanData::getName).toList());
    assertThat(collector.requests)
        .hasSize(4)
        .allMatch(request -> request.getSerializedSize() < 4 * MEBIBYTE);
  }

  @Test
  void tellsWhatTheCollectorSaidAndGoesOn() {
    collector.refusal = new Exception("refused");
    CompletableResultCode refused = exporter.export(List.of(span("lost")));
    collector.refusal = null;
    CompletableResultCode taken = exporter.export(List.of(span("next")));

    assertThat(refused.getFailureThrowable()).hasMessage("refused");
    assertThat(taken.isSuccess()).isTrue();
    assertThat(collector.names()).containsExactly(List.of("lost"), List.of("next"));
  }

  @Test
  void tellsThatThereWasNoAnswerAndGoesOn() {
    collector.failure = new IOException("no answer");
    CompletableResultCode failed = exporter.export(List.of(span("lost")));
    collector.failure = null;
    CompletableResultCode taken = exporter.export(List.of(span("next")));

    assertThat(failed.getFailureThrowable()).hasMessage("no answer");
    assertThat(taken.isSuccess()).isTrue();
    assertThat(collector.names()).containsExactly(List.of("lost"), List.of("next"));
  }

  private SpanData span(String name) {
    return span(name, Attributes.empty());
  }

  private SpanData span(String name, Attributes attributes) {
    return new ForeignSpan(
        name,
        SpanKind.INTERNAL,
        random.context(true),
        random.context(false),
        StatusData.unset(),
        1,
        2,
        attributes,
        attributes.size(),
        List.of(),
        0,
        List.of(),
        0,
        InstrumentationScopeInfo.empty(),
        Resource.empty());
  }

  /** Reads what it is sent. */
  private static final class Collector implements OtlpClient {
    final List<ExportTraceServiceRequest> requests = new ArrayList<>();
    @Nullable Exception refusal;
    @Nullable IOException failure;

    @Override
    public @Nullable Exception send(MessageWriter message) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeMessage(bytes);
      requests.add(ExportTraceServiceRequest.parseFrom(bytes.toByteArray()));
      if (failure != null) {
        throw failure;
      }
      return refusal;
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }

    List<List<String>> names() {
      return requests.stream()
          .map(
              request ->
                  request.getResourceSpansList().stream()
                      .flatMap(resource -> resource.getScopeSpansList().stream())
                      .flatMap(scope -> scope.getSpansList().stream())
                      .map(Span::getName)
                      .toList())
          .toList();
    }
  }
}
