package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RecordedSpanTest {
  private static final Resource RESOURCE =
      Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "test"));
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");

  private final EndedSpans ended = new EndedSpans();

  private Tracer tracer(Sampler sampler, SpanLimits limits, SpanProcessor... processors) {
    List<SpanProcessor> all = new ArrayList<>(List.of(processors));
    all.add(ended);
    return new AgentTracerProvider(RESOURCE, sampler, true, limits, all).get("test");
  }

  private Tracer tracer(SpanProcessor... processors) {
    return tracer(Sampler.alwaysOn(), SpanLimits.getDefault(), processors);
  }

  private SpanData last() {
    return ended.spans.get(ended.spans.size() - 1);
  }

  @Test
  void aSpanOfAChildIsInItsParentsTraceAndTime() {
    Tracer tracer = tracer();
    Span parent = tracer.spanBuilder("parent").setNoParent().startSpan();
    Span child = tracer.spanBuilder("child").setParent(Context.root().with(parent)).startSpan();
    child.end();
    parent.end();

    SpanData inner = ended.spans.get(0);
    SpanData outer = ended.spans.get(1);
    assertThat(inner.getTraceId()).isEqualTo(outer.getTraceId()).matches("[0-9a-f]{32}");
    assertThat(inner.getParentSpanId()).isEqualTo(outer.getSpanId()).matches("[0-9a-f]{16}");
    assertThat(inner.getSpanId()).isNotEqualTo(outer.getSpanId());
    assertThat(outer.getParentSpanContext().isValid()).isFalse();
    assertThat(outer.getSpanContext().getTraceFlags().asHex()).isEqualTo("03");
    assertThat(outer.getStartEpochNanos())
        .isLessThanOrEqualTo(inner.getStartEpochNanos())
        .isGreaterThan(TimeUnit.DAYS.toNanos(10_000));
    assertThat(inner.getStartEpochNanos()).isLessThanOrEqualTo(inner.getEndEpochNanos());
    assertThat(inner.getEndEpochNanos()).isLessThanOrEqualTo(outer.getEndEpochNanos());
  }

  @Test
  void aSamplerThatDoesNotLookAtTraceIdsIsShownNone() {
    ScriptedSampler sampler = new ScriptedSampler(SamplingResult.recordAndSample());
    List<SpanProcessor> processors = List.of(ended);
    for (boolean looks : new boolean[] {false, true}) {
      new AgentTracerProvider(RESOURCE, sampler, looks, SpanLimits.getDefault(), processors)
          .get("test")
          .spanBuilder("root")
          .setNoParent()
          .startSpan()
          .end();
    }

    assertThat(sampler.traceIds).containsExactly("0".repeat(32), ended.spans.get(1).getTraceId());
    assertThat(ended.spans.get(0).getTraceId()).isNotEqualTo("0".repeat(32));
  }

  @Test
  void aNewTraceIsAnnouncedToTheSamplerAsRandom() {
    ScriptedSampler sampler = new ScriptedSampler(SamplingResult.recordAndSample());
    tracer(sampler, SpanLimits.getDefault()).spanBuilder("root").setNoParent().startSpan().end();

    SpanContext shown = sampler.parents.get(0);
    assertThat(shown.isValid()).isFalse();
    assertThat(shown.getTraceFlags().isTraceIdRandom()).isTrue();
  }

  @Test
  void whatWasReadBeforeTheEndDoesNotChange() {
    Span span = tracer().spanBuilder("before").setAttribute(KEY, "before").startSpan();
    span.addEvent("one");
    SpanData before = ((ReadableSpan) span).toSpanData();
    Attributes attributes = ((ReadableSpan) span).getAttributes();
    List<EventData> events = before.getEvents();
    span.updateName("after").setAttribute(KEY, "after").addEvent("two").setStatus(StatusCode.OK);
    span.end();

    assertThat(before.getName()).isEqualTo("before");
    assertThat(before.getAttributes().get(KEY)).isEqualTo("before");
    assertThat(attributes.get(KEY)).isEqualTo("before");
    assertThat(events).hasSize(1);
    assertThat(before.getEvents()).hasSize(1);
    assertThat(before.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(before.hasEnded()).isFalse();
    assertThat(last().getName()).isEqualTo("after");
    assertThat(last().getEvents()).hasSize(2);
    assertThat(last().hasEnded()).isTrue();
    assertThat(((ReadableSpan) span).toSpanData()).isSameAs(last());
  }

  @Test
  void processorsSeeTheSpanStartAndEnd() {
    Calls calls = new Calls();
    Tracer tracer = tracer(calls);
    Span span = tracer.spanBuilder("span").setAttribute(KEY, "value").startSpan();
    span.setAttribute("later", 1);
    span.end();

    assertThat(calls.started).isEqualTo("value");
    assertThat(last().getAttributes().get(AttributeKey.stringKey("at start"))).isEqualTo("set");
    assertThat(last().getAttributes().get(AttributeKey.stringKey("at end"))).isEqualTo("set");
    assertThat(last().getAttributes().get(AttributeKey.stringKey("of another"))).isNull();
    assertThat(last().getName()).isEqualTo("named at the end");
    assertThat(calls.latencyAtEnd).isPositive();
    assertThat(calls.recordingAtEnd).isTrue();
    assertThat(span.isRecording()).isFalse();
  }

  @Test
  void aSpanEndsOnceHoweverManyThreadsEndIt() throws Exception {
    Tracer tracer = tracer();
    for (int round = 0; round < 200; round++) {
      ended.spans.clear();
      Span span = tracer.spanBuilder("span").startSpan();
      Thread[] threads = new Thread[4];
      CountDownLatch ready = new CountDownLatch(threads.length);
      for (int i = 0; i < threads.length; i++) {
        int number = i;
        threads[i] =
            new Thread(
                () -> {
                  ready.countDown();
                  try {
                    ready.await();
                  } catch (InterruptedException e) {
                    return;
                  }
                  for (int j = 0; j < 30; j++) {
                    span.setAttribute("key " + number + ' ' + j, j);
                    span.setAttribute("shared " + j, number);
                    span.addEvent("event");
                  }
                  span.end();
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(ended.spans).hasSize(1);
      SpanData data = last();
      int size = data.getAttributes().size();
      assertThat(data.getAttributes().asMap()).hasSize(size);
      assertThat(data.getTotalAttributeCount()).isGreaterThanOrEqualTo(60);
      assertThat(size).isEqualTo(Math.min(128, data.getTotalAttributeCount()));
      assertThat(data.getEvents()).hasSize(data.getTotalRecordedEvents());
    }
  }

  @Test
  void manyAttributesAreFoundAgain() {
    SpanLimits limits = SpanLimits.builder().setMaxNumberOfAttributes(100_000).build();
    Span span = tracer(Sampler.alwaysOn(), limits).spanBuilder("span").startSpan();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20_000; i++) {
        span.setAttribute("key " + i, round);
      }
    }
    span.end();

    assertThat(last().getAttributes().size()).isEqualTo(20_000);
    assertThat(last().getTotalAttributeCount()).isEqualTo(20_000);
    assertThat(last().getAttributes().get(AttributeKey.longKey("key 19999"))).isEqualTo(1);
    assertThat(last().getAttributes().get(AttributeKey.stringKey("key 19999"))).isNull();
    assertThat(last().getAttributes().get(AttributeKey.longKey("key 20000"))).isNull();
  }

  @Test
  void tracersAreKeptByScope() {
    AgentTracerProvider provider =
        new AgentTracerProvider(
            RESOURCE, Sampler.alwaysOn(), false, SpanLimits.getDefault(), List.of(ended));

    assertThat(provider.get("a", "1")).isSameAs(provider.get("a", "1"));
    assertThat(provider.get("a", "1")).isNotSameAs(provider.get("a", "2"));
    provider.tracerBuilder("").build().spanBuilder(null).startSpan().end();
    assertThat(last().getName()).isEqualTo("<unspecified span name>");
    assertThat(last().getInstrumentationScopeInfo().getName()).isEmpty();
  }

  /** Changes the span whenever it may. */
  private static final class Calls implements ExtendedSpanProcessor {
    String started = "";
    long latencyAtEnd;
    boolean recordingAtEnd;

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      started = String.valueOf(span.getAttribute(KEY));
      span.setAttribute("at start", "set");
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
      span.setAttribute("at end", "set");
      span.updateName("named at the end");
      span.end();
      recordingAtEnd = span.isRecording();
      latencyAtEnd = span.getLatencyNanos();
      Thread other = new Thread(() -> span.setAttribute("of another", "thread"));
      other.start();
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public boolean isOnEndingRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }
}
