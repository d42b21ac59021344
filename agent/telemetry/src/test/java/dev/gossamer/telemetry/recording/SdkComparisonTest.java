package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random calls, the same ones on spans of the SDK and on ours. */
@Timeout(60)
final class SdkComparisonTest {
  private static final Resource RESOURCE =
      Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "test"));
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");
  private static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          TraceFlags.fromByte((byte) 3),
          TraceState.builder().put("vendor", "state").build());

  @Test
  void recordsWhatTheSdkRecords() throws Exception {
    for (int seed = 0; seed < 500; seed++) {
      SpanLimits limits = limits(new Random(seed));
      EndedSpans sdk = new EndedSpans();
      EndedSpans own = new EndedSpans();
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
        return new ScriptedSampler(SamplingResult.recordOnly());
      case 2:
        return new ScriptedSampler(
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
  private static String program(int seed, Tracer tracer, EndedSpans ended) {
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
}
