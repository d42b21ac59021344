package dev.gossamer.propagator.b3;

import static dev.gossamer.propagator.b3.Vector.SPAN_ID;
import static dev.gossamer.propagator.b3.Vector.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server span and a client span under it, with a sampler that keeps to the hint's contract. */
final class B3WithTheSdkTest {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .setSampler(new HintedSampler(Sampler.parentBased(Sampler.alwaysOn())))
          .addSpanProcessor(SimpleSpanProcessor.create(exporter))
          .build();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "T-S-1, true, 1, 2",
    "T-S-0, true, 0, 0",
    "T-S-d, true, d, 2",
    "T-S, true, 1, 2",
    "T-S-x, true, 1, 2",
    "0, false, 0, 0",
    "1, false, 1, 2",
    "d, false, d, 2",
    "garbage, false, 1, 2",
  })
  void theClientSpanSendsWhatTheServerSpanDecided(
      String incoming, boolean sameTrace, String state, int exported) {
    String header = incoming.replace("T", TRACE_ID).replace("S", SPAN_ID);

    Context client = serve(new Carrier().add("b3", header));

    SpanContext span = Span.fromContext(client).getSpanContext();
    assertThat(span.getTraceId().equals(TRACE_ID)).isEqualTo(sameTrace);
    assertThat(span.getSpanId()).isNotEqualTo(SPAN_ID);
    assertThat(send(B3Propagator.single(), client).value("b3"))
        .isEqualTo(span.getTraceId() + "-" + span.getSpanId() + "-" + state);
    Carrier multi = send(B3Propagator.multi(), client);
    assertThat(multi.value("X-B3-TraceId")).isEqualTo(span.getTraceId());
    assertThat(multi.value("X-B3-SpanId")).isEqualTo(span.getSpanId());
    assertThat(multi.value(state.equals("d") ? "X-B3-Flags" : "X-B3-Sampled"))
        .isEqualTo(state.equals("d") ? "1" : state);
    assertThat(multi.headers).hasSize(3);
    assertThat(exporter.getFinishedSpanItems()).hasSize(exported);
  }

  @Test
  void aShortTraceIdIsPaddedEverywhere() {
    Context client = serve(new Carrier().add("b3", "64fe8b2a57d3eff7-" + SPAN_ID + "-1"));
    assertThat(send(B3Propagator.single(), client).value("b3"))
        .startsWith("000000000000000064fe8b2a57d3eff7-");
    assertThat(exporter.getFinishedSpanItems())
        .allMatch(span -> span.getTraceId().equals("000000000000000064fe8b2a57d3eff7"));
  }

  private Context serve(Carrier in) {
    Context extracted = B3Propagator.single().extract(Context.root(), in, Carrier.GETTER);
    Span server = span("server", SpanKind.SERVER, extracted);
    Context context = extracted.with(server);
    Span client = span("client", SpanKind.CLIENT, context);
    client.end();
    server.end();
    return context.with(client);
  }

  private Span span(String name, SpanKind kind, Context parent) {
    return provider.get("test").spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
  }

  private static Carrier send(B3Propagator propagator, Context context) {
    Carrier out = new Carrier();
    propagator.inject(context, out, Carrier.SETTER);
    return out;
  }

  /** The contract that {@link SamplingHint} describes. */
  private record HintedSampler(Sampler configured) implements Sampler {
    @Override
    public SamplingResult shouldSample(
        Context parentContext,
        String traceId,
        String name,
        SpanKind spanKind,
        Attributes attributes,
        List<LinkData> parentLinks) {
      SpanContext parent = Span.fromContext(parentContext).getSpanContext();
      SamplingHint hint = SamplingHint.from(parentContext);
      Context asked = parentContext;
      if (!parent.isValid() || parent.isRemote()) {
        switch (hint) {
          case DEBUG -> {
            return SamplingResult.recordAndSample();
          }
          case SAMPLE -> {
            if (!parent.isValid()) {
              return SamplingResult.recordAndSample();
            }
          }
          case DROP -> {
            if (!parent.isValid()) {
              return SamplingResult.drop();
            }
          }
          case DEFER -> asked = Context.root();
          case NONE -> {}
        }
      }
      return configured.shouldSample(asked, traceId, name, spanKind, attributes, parentLinks);
    }

    @Override
    public String getDescription() {
      return Objects.toString(configured);
    }
  }
}
