package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import io.opentelemetry.extension.trace.propagation.JaegerPropagator;
import io.opentelemetry.extension.trace.propagation.OtTracePropagator;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SpanIdentityTest {
  private static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          TraceFlags.fromByte((byte) 3),
          TraceState.builder().put("vendor", "state").build());

  private final Tracer tracer =
      new AgentTracerProvider(
              Resource.empty(),
              Sampler.alwaysOn(),
              true,
              SpanLimits.getDefault(),
              List.of(new EndedSpans()))
          .get("test");

  @Test
  void theContextEqualsOnesOfTheSameIds() {
    Span span = tracer.spanBuilder("span").startSpan();
    SpanContext context = span.getSpanContext();
    SpanIdentity ids = (SpanIdentity) context;
    SpanIdentity same =
        new SpanIdentity(
            ids.traceHigh,
            ids.traceLow,
            null,
            ids.spanId,
            context.getTraceFlags(),
            context.getTraceState());
    SpanIdentity other =
        new SpanIdentity(
            ids.traceHigh,
            ids.traceLow,
            null,
            ids.spanId + 1,
            context.getTraceFlags(),
            context.getTraceState());

    assertThat(same).isEqualTo(context).hasSameHashCodeAs(context).isNotEqualTo(other);
    assertThat(same.getTraceId()).isEqualTo(context.getTraceId());
    assertThat(context.getTraceIdBytes()).hasSize(16);
    assertThat(context).isNotEqualTo(SpanContext.getInvalid());
  }

  @Test
  void idsHaveTheTextOfTheApi() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      long high = random.nextLong() >>> random.nextInt(64);
      long low = random.nextLong() >>> random.nextInt(60);
      SpanIdentity ids =
          new SpanIdentity(high, low, null, low, TraceFlags.getSampled(), TraceState.getDefault());

      assertThat(ids.getTraceId()).isEqualTo(TraceId.fromLongs(high, low));
      assertThat(ids.getSpanId()).isEqualTo(SpanId.fromLong(low));
      assertThat(SpanIdentity.traceHigh(Span.wrap(REMOTE).getSpanContext()))
          .isEqualTo(0x4bf92f3577b34da6L);
    }
  }

  @Test
  void aTextThatIsAskedForFirstDisturbsNoPropagator() {
    for (TextMapPropagator propagator :
        List.of(
            JaegerPropagator.getInstance(),
            OtTracePropagator.getInstance(),
            B3Propagator.injectingSingleHeader(),
            W3CTraceContextPropagator.getInstance())) {
      Span span = tracer.spanBuilder("span").startSpan();
      Map<String, String> headers = new HashMap<>();
      propagator.inject(Context.root().with(span), headers, Map::put);
      SpanContext read =
          Span.fromContext(propagator.extract(Context.root(), headers, new Headers()))
              .getSpanContext();

      String traceId = span.getSpanContext().getTraceId();
      // OT-trace keeps half of it.
      assertThat(read.getTraceId())
          .endsWith(propagator instanceof OtTracePropagator ? traceId.substring(16) : traceId);
      assertThat(read.getSpanId()).isEqualTo(span.getSpanContext().getSpanId());
    }
  }

  private static final class Headers implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }
}
