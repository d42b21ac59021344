package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import io.opentelemetry.extension.trace.propagation.JaegerPropagator;
import io.opentelemetry.extension.trace.propagation.OtTracePropagator;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecordedSpanTest {
  private static final Resource RESOURCE =
      Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "test"));
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");
  private static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          TraceFlags.fromByte((byte) 3),
          TraceState.builder().put("vendor", "state").build());

  private final Ended ended = new Ended();

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
  void recordsWhatTheSdkRecords() throws Exception {
    for (int seed = 0; seed < 500; seed++) {
      SpanLimits limits = limits(new Random(seed));
      Ended sdk = new Ended();
      Ended own = new Ended();
      Sampler sampler = sampler(new Random(seed));
      TracerProvider theirs =
          SdkTracerProvider.builder()
              .setResource(RESOURCE)
              .setSampler(sampler)
              .setSpanLimits(limits)
              .addSpanProcessor(sdk)
              .build();
      TracerProvider ours = new AgentTracerProvider(RESOURCE, sampler, true, limits, List.of(own));

      String expected = program(seed, theirs.get("scope", "1"), sdk);
      String actual = program(seed, ours.get("scope", "1"), own);

      assertThat(actual.lines())
          .as("seed %s", seed)
          .containsExactlyElementsOf(expected.lines().toList());
      // The SDK's exporter reads them as ours does.
      SpanEncoder encoder = new SpanEncoder();
      own.spans.forEach(encoder::add);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      encoder.writeMessage(bytes);
      assertThat(bytes.toByteArray())
          .as("seed %s", seed)
          .isEqualTo(own.spans.isEmpty() ? new byte[0] : SdkBytes.of(own.spans));
    }
  }

  private static SpanLimits limits(Random random) {
    if (random.nextBoolean()) {
      return SpanLimits.getDefault();
    }
    return SpanLimits.builder()
        .setMaxNumberOfAttributes(random.nextInt(20))
        .setMaxNumberOfEvents(random.nextInt(4))
        .setMaxNumberOfLinks(random.nextInt(3))
        .setMaxNumberOfAttributesPerEvent(random.nextInt(3))
        .setMaxNumberOfAttributesPerLink(100)
        .setMaxAttributeValueLength(random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(50))
        .build();
  }

  private static Sampler sampler(Random random) {
    switch (random.nextInt(6)) {
      case 0:
        return Sampler.alwaysOff();
      case 1:
        return new Scripted(SamplingResult.recordOnly());
      case 2:
        return new Scripted(
            SamplingResult.create(
                SamplingDecision.RECORD_AND_SAMPLE,
                Attributes.of(AttributeKey.stringKey("key.1"), "sampler's")));
      case 3:
        return Sampler.parentBased(Sampler.alwaysOff());
      default:
        return Sampler.alwaysOn();
    }
  }

  /** The same calls for the same seed, and what became of the spans as text. */
  private static String program(int seed, Tracer tracer, Ended ended) {
    RandomSpans values = new RandomSpans(seed);
    Random random = new Random(seed);
    SpanBuilder builder = tracer.spanBuilder(random.nextInt(10) == 0 ? " \t" : values.text());
    switch (random.nextInt(4)) {
      case 0:
        builder.setNoParent();
        break;
      case 1:
        builder.setParent(null);
        break;
      default:
        builder.setParent(Context.root().with(Span.wrap(REMOTE)));
    }
    builder.setSpanKind(random.nextInt(5) == 0 ? null : SpanKind.values()[random.nextInt(5)]);
    builder.setStartTimestamp(random.nextInt(1000), TimeUnit.MILLISECONDS);
    for (int i = random.nextInt(20); i > 0; i--) {
      build(builder, random, values);
    }
    Span span = builder.startSpan();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      change(span, random, values);
      text.append(span.isRecording());
      if (span instanceof ReadableSpan && random.nextInt(10) == 0) {
        describe(((ReadableSpan) span).toSpanData(), text);
      }
    }
    Span child =
        tracer
            .spanBuilder("child")
            .setParent(Context.root().with(span))
            .setAttribute(KEY, values.text())
            .startSpan();
    text.append(child.getSpanContext().getTraceId().equals(span.getSpanContext().getTraceId()));
    child.end();
    span.end(5, TimeUnit.SECONDS);
    span.end(6, TimeUnit.SECONDS);
    change(span, random, values);
    // Of the builder there may be a second span, with what was added since.
    builder.setAttribute("second", true);
    builder.startSpan().end(7, TimeUnit.SECONDS);
    ended.spans.forEach(data -> describe(data, text));
    return text.toString();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void build(SpanBuilder builder, Random random, RandomSpans values) {
    switch (random.nextInt(8)) {
      case 0:
        builder.addLink(values.context(random.nextBoolean()));
        break;
      case 1:
        builder.addLink(values.context(true), random.nextBoolean() ? null : values.attributes());
        break;
      case 2:
        builder.setAttribute("key." + random.nextInt(9), values.text());
        break;
      case 3:
        builder.setAttribute("key." + random.nextInt(9), random.nextLong());
        break;
      case 4:
        builder.setAttribute("key." + random.nextInt(9), random.nextDouble());
        break;
      case 5:
        builder.setAttribute("", "no name");
        builder.setAttribute("null", (String) null);
        builder.setAttribute((AttributeKey<String>) null, "no key");
        break;
      default:
        builder.setAttribute((AttributeKey) values.key(), values.value());
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void change(Span span, Random random, RandomSpans values) {
    switch (random.nextInt(14)) {
      case 0:
        span.setAttribute("key." + random.nextInt(9), values.text());
        break;
      case 1:
        span.setAttribute("key." + random.nextInt(9), random.nextInt());
        break;
      case 2:
        span.setAllAttributes(values.attributes());
        break;
      case 3:
        span.addEvent(values.text(), 3, TimeUnit.SECONDS);
        break;
      case 4:
        span.addEvent(values.text(), random.nextBoolean() ? null : values.attributes());
        break;
      case 5:
        span.addEvent(null);
        span.addEvent("no unit", Attributes.empty(), 1, null);
        break;
      case 6:
        span.setStatus(StatusCode.values()[random.nextInt(3)], values.text());
        break;
      case 7:
        span.setStatus(random.nextBoolean() ? null : StatusCode.ERROR);
        break;
      case 8:
        span.recordException(new IllegalStateException(values.text()), values.attributes());
        break;
      case 9:
        span.recordException(null);
        span.updateName(null);
        span.setAttribute("", "no name");
        span.setAttribute(KEY, null);
        break;
      case 10:
        span.updateName(values.text());
        break;
      case 11:
        span.addLink(values.context(random.nextBoolean()), values.attributes());
        break;
      default:
        span.setAttribute((AttributeKey) values.key(), values.value());
    }
  }

  private static void describe(SpanData span, StringBuilder text) {
    text.append('\n').append(span.getName()).append(' ').append(span.getKind());
    SpanContext context = span.getSpanContext();
    text.append(' ').append(context.getTraceFlags()).append(context.getTraceState().asMap());
    text.append(context.isRemote()).append(context.isValid()).append(context.isSampled());
    text.append(' ').append(span.getParentSpanContext().isRemote());
    text.append(span.getParentSpanContext().isValid());
    text.append(' ').append(span.getStatus()).append(span.hasEnded());
    if (!span.getName().equals("child")) {
      text.append(span.getStartEpochNanos()).append(' ').append(span.getEndEpochNanos());
    }
    describe(span.getAttributes(), span.getTotalAttributeCount(), text);
    text.append(" events ").append(span.getTotalRecordedEvents());
    for (EventData event : span.getEvents()) {
      text.append("\n  ").append(event.getName());
      describe(event.getAttributes(), event.getTotalAttributeCount(), text);
      text.append(event.getEpochNanos() == 3_000_000_000L);
    }
    text.append(" links ").append(span.getTotalRecordedLinks());
    for (LinkData link : span.getLinks()) {
      text.append("\n  ").append(link.getSpanContext());
      describe(link.getAttributes(), link.getTotalAttributeCount(), text);
    }
    text.append(span.getResource()).append(span.getInstrumentationScopeInfo());
  }

  private static void describe(Attributes attributes, int total, StringBuilder text) {
    text.append(' ').append(attributes.size()).append(" of ").append(total).append(": ");
    List<String> entries = new ArrayList<>();
    attributes.forEach((key, value) -> assertThat(attributes.get(key)).isEqualTo(value));
    // The builder unwraps what is simple in a Value, and the SDK copies attributes by a builder.
    Attributes unwrapped = attributes.toBuilder().build();
    unwrapped.forEach(
        (key, value) -> {
          // Where an exception was made is another line for each of the two.
          String shown =
              key.getKey().equals("exception.stacktrace")
                  ? String.valueOf(value).split("\n")[0]
                  : String.valueOf(value);
          entries.add(key.getKey() + ' ' + key.getType() + '=' + shown);
        });
    Collections.sort(entries);
    text.append(entries);
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
  void theContextEqualsOnesOfTheSameIds() {
    Span span = tracer().spanBuilder("span").startSpan();
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
    Tracer tracer = tracer();
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

  @Test
  void aSamplerThatDoesNotLookAtTraceIdsIsShownNone() {
    Scripted sampler = new Scripted(SamplingResult.recordAndSample());
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
    Scripted sampler = new Scripted(SamplingResult.recordAndSample());
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

  /** Keeps what ended. */
  private static final class Ended implements SpanProcessor {
    final List<SpanData> spans = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      spans.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
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

  /** Always answers the same. */
  private static final class Scripted implements Sampler {
    final List<String> traceIds = new ArrayList<>();
    final List<SpanContext> parents = new ArrayList<>();
    private final SamplingResult result;

    Scripted(SamplingResult result) {
      this.result = result;
    }

    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      traceIds.add(traceId);
      parents.add(Span.fromContext(parent).getSpanContext());
      return result;
    }

    @Override
    public String getDescription() {
      return "scripted";
    }
  }
}
