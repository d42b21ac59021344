package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.internal.AttributeUtil;
import io.opentelemetry.sdk.common.internal.InstrumentationScopeUtil;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span that records, by the rules of the SDK's. Once it has ended it does not change, and is its
 * own {@link SpanData}: nothing is copied on the way to the exporter.
 *
 * <p>Thread-safe. Changes are guarded by the span itself; {@link #phase} publishes the last of
 * them. What is one immutable object is read without the lock.
 */
final class RecordedSpan implements ReadWriteSpan, SpanData {
  private static final int RUNNING = 0;

  /** Processors are told of the end, and may change the span on the thread that ends it. */
  private static final int ENDING = 1;

  private static final int ENDED = 2;

  private final AgentTracer tracer;
  private final SpanIdentity ids;
  private final SpanContext parent;
  private final SpanKind kind;
  private final long startEpochNanos;

  /** Add {@link System#nanoTime}, and it is the time since the epoch, for all of a local trace. */
  private final long clockOffset;

  private String name;
  private @Nullable RecordedAttributes attributes;
  private @Nullable List<EventData> events;
  private int addedEvents;
  private @Nullable List<LinkData> links;
  private int addedLinks;
  private StatusData status = StatusData.unset();
  private long endEpochNanos;
  private @Nullable Thread ending;
  private volatile int phase;

  /**
   * @param start nanoseconds since the epoch, or 0 for now
   */
  RecordedSpan(
      AgentTracer tracer,
      SpanIdentity ids,
      Span parentSpan,
      String name,
      SpanKind kind,
      long start,
      @Nullable RecordedAttributes attributes,
      @Nullable List<LinkData> links,
      int addedLinks) {
    this.tracer = tracer;
    this.ids = ids;
    parent = parentSpan.getSpanContext();
    this.name = name;
    this.kind = kind;
    this.attributes = attributes;
    this.links = links;
    this.addedLinks = addedLinks;
    long nanoTime = tracer.settings.nanoTime();
    clockOffset =
        parentSpan instanceof RecordedSpan
            ? ((RecordedSpan) parentSpan).clockOffset
            : tracer.settings.clockOffset(nanoTime);
    startEpochNanos = start == 0 ? clockOffset + nanoTime : start;
  }

  /** A copy that does not change. */
  private RecordedSpan(RecordedSpan original) {
    tracer = original.tracer;
    ids = original.ids;
    parent = original.parent;
    kind = original.kind;
    startEpochNanos = original.startEpochNanos;
    clockOffset = original.clockOffset;
    name = original.name;
    attributes = original.attributes == null ? null : new RecordedAttributes(original.attributes);
    events = original.events == null ? null : new ArrayList<>(original.events);
    addedEvents = original.addedEvents;
    links = original.links == null ? null : new ArrayList<>(original.links);
    addedLinks = original.addedLinks;
    status = original.status;
    endEpochNanos = original.endEpochNanos;
  }

  private long now() {
    return clockOffset + tracer.settings.nanoTime();
  }

  /** To be asked under the lock. */
  private boolean isChangeable() {
    return phase == RUNNING || phase == ENDING && Thread.currentThread() == ending;
  }

  @Override
  public <T> Span setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key == null || value == null || key.getKey().isEmpty()) {
      return this;
    }
    synchronized (this) {
      if (isChangeable()) {
        RecordedAttributes all = attributes;
        if (all == null) {
          all = tracer.attributes();
          attributes = all;
        }
        all.put(key, value);
      }
    }
    return this;
  }

  @Override
  public Span addEvent(@Nullable String eventName, @Nullable Attributes eventAttributes) {
    if (eventName != null) {
      add(event(now(), eventName, eventAttributes));
    }
    return this;
  }

  @Override
  public Span addEvent(
      @Nullable String eventName,
      @Nullable Attributes eventAttributes,
      long timestamp,
      @Nullable TimeUnit unit) {
    if (eventName != null && unit != null) {
      add(event(unit.toNanos(timestamp), eventName, eventAttributes));
    }
    return this;
  }

  private EventData event(long time, String eventName, @Nullable Attributes eventAttributes) {
    if (eventAttributes == null || eventAttributes.isEmpty()) {
      return EventData.create(time, eventName, Attributes.empty(), 0);
    }
    Attributes limited =
        AttributeUtil.applyAttributesLimit(
            eventAttributes, tracer.settings.mostEventAttributes, tracer.settings.longestValue);
    return EventData.create(time, eventName, limited, eventAttributes.size());
  }

  private synchronized void add(EventData event) {
    if (isChangeable()) {
      if (events == null) {
        events = new ArrayList<>(2);
      }
      if (events.size() < tracer.settings.mostEvents) {
        events.add(event);
      }
      addedEvents++;
    }
  }

  @Override
  public Span recordException(@Nullable Throwable exception, @Nullable Attributes additional) {
    if (exception == null) {
      return this;
    }
    RecordedAttributes described = new RecordedAttributes(tracer.settings, 4);
    tracer.settings.exceptions.setExceptionAttributes(
        described::put, exception, tracer.settings.longestValue);
    if (additional != null) {
      additional.forEach(described::put);
    }
    add(ExceptionEventData.create(now(), exception, described, described.added()));
    return this;
  }

  @Override
  public Span addLink(@Nullable SpanContext context, @Nullable Attributes linkAttributes) {
    if (context == null || !context.isValid()) {
      return this;
    }
    LinkData link = RecordedSpanBuilder.link(context, linkAttributes, tracer.settings);
    synchronized (this) {
      if (isChangeable()) {
        if (links == null) {
          links = new ArrayList<>(2);
        }
        if (links.size() < tracer.settings.mostLinks) {
          links.add(link);
        }
        addedLinks++;
      }
    }
    return this;
  }

  /** Of what a status may become: error may become OK, and OK stays. */
  @Override
  public Span setStatus(@Nullable StatusCode code, @Nullable String description) {
    if (code == null || code == StatusCode.UNSET) {
      return this;
    }
    StatusData next =
        code == StatusCode.OK ? StatusData.ok() : StatusData.create(code, description);
    synchronized (this) {
      if (isChangeable() && status.getStatusCode() != StatusCode.OK) {
        status = next;
      }
    }
    return this;
  }

  @Override
  public Span updateName(@Nullable String other) {
    if (other != null) {
      synchronized (this) {
        if (isChangeable()) {
          name = other;
        }
      }
    }
    return this;
  }

  @Override
  public void end() {
    endAt(now());
  }

  @Override
  public void end(long timestamp, @Nullable TimeUnit unit) {
    endAt(timestamp == 0 ? now() : unit == null ? timestamp : unit.toNanos(timestamp));
  }

  private void endAt(long time) {
    TraceSettings settings = tracer.settings;
    boolean announced = settings.isOnEndingRequired();
    synchronized (this) {
      if (phase != RUNNING) {
        return;
      }
      endEpochNanos = time;
      if (announced) {
        ending = Thread.currentThread();
        phase = ENDING;
      } else {
        phase = ENDED;
      }
    }
    if (announced) {
      settings.onEnding(this);
      synchronized (this) {
        ending = null;
        phase = ENDED;
      }
    }
    RecordedAttributes all = attributes;
    if (all != null) {
      tracer.hadAttributes(all.size());
    }
    settings.onEnd(this);
  }

  @Override
  public boolean isRecording() {
    return phase != ENDED;
  }

  @Override
  public boolean hasEnded() {
    return phase == ENDED;
  }

  @Override
  public SpanData toSpanData() {
    if (phase == ENDED) {
      return this;
    }
    synchronized (this) {
      return phase == ENDED ? this : new RecordedSpan(this);
    }
  }

  @Override
  public SpanContext getSpanContext() {
    return ids;
  }

  @Override
  public SpanContext getParentSpanContext() {
    return parent;
  }

  @Override
  public SpanKind getKind() {
    return kind;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return tracer.scope;
  }

  @Override
  @Deprecated
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return InstrumentationScopeUtil.toInstrumentationLibraryInfo(tracer.scope);
  }

  @Override
  public Resource getResource() {
    return tracer.settings.resource;
  }

  @Override
  public long getStartEpochNanos() {
    return startEpochNanos;
  }

  @Override
  public long getEndEpochNanos() {
    return endEpochNanos;
  }

  @Override
  public long getLatencyNanos() {
    return (phase == RUNNING ? now() : endEpochNanos) - startEpochNanos;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public StatusData getStatus() {
    return status;
  }

  @Override
  public synchronized <T> @Nullable T getAttribute(AttributeKey<T> key) {
    return attributes == null ? null : attributes.get(key);
  }

  @Override
  public Attributes getAttributes() {
    if (phase == ENDED) {
      return attributes == null ? Attributes.empty() : attributes;
    }
    synchronized (this) {
      return attributes == null ? Attributes.empty() : new RecordedAttributes(attributes);
    }
  }

  @Override
  public int getTotalAttributeCount() {
    RecordedAttributes all = attributes;
    return all == null ? 0 : all.added();
  }

  @Override
  public List<EventData> getEvents() {
    return unchanging(events);
  }

  @Override
  public int getTotalRecordedEvents() {
    return addedEvents;
  }

  @Override
  public List<LinkData> getLinks() {
    return unchanging(links);
  }

  @Override
  public int getTotalRecordedLinks() {
    return addedLinks;
  }

  private <T> List<T> unchanging(@Nullable List<T> list) {
    if (list == null) {
      return Collections.emptyList();
    }
    if (phase == ENDED) {
      return Collections.unmodifiableList(list);
    }
    synchronized (this) {
      return Collections.unmodifiableList(new ArrayList<>(list));
    }
  }

  @Override
  public synchronized String toString() {
    return "Span{"
        + ids
        + ", parent="
        + parent
        + ", name="
        + name
        + ", kind="
        + kind
        + ", attributes="
        + attributes
        + ", status="
        + status
        + ", start="
        + startEpochNanos
        + ", end="
        + endEpochNanos
        + "}";
  }
}
