package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.internal.AttributeUtil;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A span to be, by the rules of the SDK's. Not thread-safe. */
final class RecordedSpanBuilder implements SpanBuilder {
  private static final byte SAMPLED = 1;
  private static final byte RANDOM = 2;

  /** The parent of a new trace: it says only that the trace id is random. */
  private static final Span NEW_TRACE =
      Span.wrap(
          SpanContext.create(
              TraceId.getInvalid(),
              SpanId.getInvalid(),
              TraceFlags.fromByte(RANDOM),
              TraceState.getDefault()));

  private static final Context NEW_TRACE_ONLY = Context.root().with(NEW_TRACE);

  private final AgentTracer tracer;
  private final String name;

  private @Nullable Context parent;
  private SpanKind kind = SpanKind.INTERNAL;
  private @Nullable RecordedAttributes attributes;
  private @Nullable List<LinkData> links;
  private int addedLinks;
  private long startEpochNanos;

  RecordedSpanBuilder(AgentTracer tracer, String name) {
    this.tracer = tracer;
    this.name = name;
  }

  @Override
  public SpanBuilder setParent(@Nullable Context context) {
    if (context != null) {
      parent = context;
    }
    return this;
  }

  @Override
  public SpanBuilder setNoParent() {
    parent = Context.root();
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(@Nullable SpanKind spanKind) {
    if (spanKind != null) {
      kind = spanKind;
    }
    return this;
  }

  @Override
  public SpanBuilder addLink(@Nullable SpanContext context) {
    return addLink(context, Attributes.empty());
  }

  @Override
  public SpanBuilder addLink(@Nullable SpanContext context, @Nullable Attributes linkAttributes) {
    if (context == null || !context.isValid()) {
      return this;
    }
    addedLinks++;
    if (links == null) {
      links = new ArrayList<>();
    }
    if (links.size() < tracer.settings.mostLinks) {
      links.add(link(context, linkAttributes, tracer.settings));
    }
    return this;
  }

  static LinkData link(
      SpanContext context, @Nullable Attributes attributes, TraceSettings settings) {
    if (attributes == null || attributes.isEmpty()) {
      return LinkData.create(context);
    }
    Attributes limited =
        AttributeUtil.applyAttributesLimit(
            attributes, settings.mostLinkAttributes, settings.longestValue);
    return LinkData.create(context, limited, attributes.size());
  }

  @Override
  public SpanBuilder setAttribute(String key, @Nullable String value) {
    return setAttribute(AttributeKey.stringKey(key), value);
  }

  @Override
  public SpanBuilder setAttribute(String key, long value) {
    return setAttribute(AttributeKey.longKey(key), value);
  }

  @Override
  public SpanBuilder setAttribute(String key, double value) {
    return setAttribute(AttributeKey.doubleKey(key), value);
  }

  @Override
  public SpanBuilder setAttribute(String key, boolean value) {
    return setAttribute(AttributeKey.booleanKey(key), value);
  }

  @Override
  public <T> SpanBuilder setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key != null && !key.getKey().isEmpty() && value != null) {
      attributes().put(key, value);
    }
    return this;
  }

  private RecordedAttributes attributes() {
    RecordedAttributes made = attributes;
    if (made == null) {
      made = tracer.attributes();
      attributes = made;
    }
    return made;
  }

  @Override
  public SpanBuilder setStartTimestamp(long timestamp, @Nullable TimeUnit unit) {
    if (timestamp >= 0 && unit != null) {
      startEpochNanos = unit.toNanos(timestamp);
    }
    return this;
  }

  @Override
  public Span startSpan() {
    TraceSettings settings = tracer.settings;
    Context parentContext = parent == null ? Context.current() : parent;
    Span parentSpan = Span.fromContext(parentContext);
    SpanContext parentIds = parentSpan.getSpanContext();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    boolean newTrace = !parentIds.isValid();
    long high = newTrace ? random.nextLong() : SpanIdentity.traceHigh(parentIds);
    long low = newTrace ? nonZero(random) : SpanIdentity.traceLow(parentIds);
    String text = newTrace ? null : SpanIdentity.traceText(parentIds);
    String shown = text;
    if (shown == null) {
      if (settings.samplesByTraceId) {
        text = SpanIdentity.traceText(high, low);
        shown = text;
      } else {
        shown = TraceId.getInvalid();
      }
    }
    List<LinkData> startLinks = links;
    // What is added to the builder from now on is for its next span.
    links = null;
    SamplingResult sampling =
        settings.sampler.shouldSample(
            newTrace ? newTrace(parentContext) : parentContext,
            shown,
            name,
            kind,
            attributes == null ? Attributes.empty() : attributes,
            startLinks == null
                ? Collections.emptyList()
                : Collections.unmodifiableList(startLinks));
    SamplingDecision decision = sampling.getDecision();
    boolean isRandom = newTrace || parentIds.getTraceFlags().isTraceIdRandom();
    int flags =
        (decision == SamplingDecision.RECORD_AND_SAMPLE ? SAMPLED : 0) | (isRandom ? RANDOM : 0);
    SpanIdentity ids =
        new SpanIdentity(
            high,
            low,
            text,
            nonZero(random),
            TraceFlags.fromByte((byte) flags),
            sampling.getUpdatedTraceState(parentIds.getTraceState()));
    if (decision == SamplingDecision.DROP) {
      return Span.wrap(ids);
    }
    Attributes more = sampling.getAttributes();
    if (!more.isEmpty()) {
      more.forEach(attributes()::put);
    }
    RecordedAttributes startAttributes = attributes;
    attributes = null;
    RecordedSpan span =
        new RecordedSpan(
            tracer,
            ids,
            parentSpan,
            name,
            kind,
            startEpochNanos,
            startAttributes,
            startLinks,
            addedLinks);
    settings.onStart(parentContext, span);
    return span;
  }

  private static Context newTrace(Context context) {
    return context == Context.root() ? NEW_TRACE_ONLY : context.with(NEW_TRACE);
  }

  private static long nonZero(ThreadLocalRandom random) {
    long id;
    do {
      id = random.nextLong();
    } while (id == 0);
    return id;
  }
}
