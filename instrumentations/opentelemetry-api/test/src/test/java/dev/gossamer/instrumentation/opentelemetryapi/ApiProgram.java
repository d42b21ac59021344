package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an application does with the OpenTelemetry API: the same whether an SDK of its own or the
 * agent is behind it.
 */
final class ApiProgram {
  private static final ContextKey<String> OWN_KEY = ContextKey.named("own");
  private static final SpanContext LINKED =
      SpanContext.createFromRemoteParent(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.builder().put("second", "2").put("first", "1").build());

  private ApiProgram() {}

  static String run() throws Exception {
    Tracer tracer =
        GlobalOpenTelemetry.get()
            .tracerBuilder("program")
            .setInstrumentationVersion("1.2.3")
            .setSchemaUrl("https://opentelemetry.io/schemas/1.20.0")
            .build();
    StringBuilder seen = new StringBuilder();
    Span parent = tracer.spanBuilder("parent").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope ignored = parent.makeCurrent()) {
      attributes(tracer);
      events(tracer);
      contexts(tracer, seen);
      nulls(tracer);
      propagators(tracer, seen);
      Span.current().setAttribute("of", "current");
    } finally {
      parent.end();
    }
    tracer.spanBuilder("alone").setNoParent().startSpan().end();
    seen.append(" after=").append(Span.current().getSpanContext().isValid());
    seen.append(" root=").append(Context.current() == Context.root());
    metrics();
    return seen.toString();
  }

  private static void attributes(Tracer tracer) {
    Span span =
        tracer
            .spanBuilder("attributes")
            .setSpanKind(SpanKind.PRODUCER)
            .setAttribute("builder.string", "text")
            .setAttribute("builder.long", 4L)
            .setAttribute("builder.double", 4.5)
            .setAttribute("builder.boolean", true)
            .setAttribute(AttributeKey.longKey("builder.key"), 7L)
            .setAllAttributes(Attributes.builder().put("builder.all", "all").build())
            .addLink(LINKED)
            .addLink(LINKED, Attributes.builder().put("link", "first").build())
            .addLink(SpanContext.getInvalid())
            .startSpan();
    span.setAttribute("string", "text")
        .setAttribute("long", 3L)
        .setAttribute("double", 3.5)
        .setAttribute("boolean", false)
        .setAttribute(AttributeKey.longKey("int"), 12)
        .setAttribute(AttributeKey.stringArrayKey("strings"), List.of("a", "b"))
        .setAttribute(AttributeKey.longArrayKey("longs"), List.of(1L, 2L))
        .setAttribute(AttributeKey.doubleArrayKey("doubles"), List.of(0.5, 1.5))
        .setAttribute(AttributeKey.booleanArrayKey("booleans"), List.of(true, false))
        .setAllAttributes(Attributes.builder().put("all", "all").put("more", 2).build());
    span.end();
    span.setAttribute("late", "nobody sees it");
  }

  private static void events(Tracer tracer) {
    Instant now = Instant.now();
    Span span = tracer.spanBuilder("events").setStartTimestamp(now).startSpan();
    span.addEvent("plain")
        .addEvent("at", 1_700_000_000_000_000_000L, TimeUnit.NANOSECONDS)
        .addEvent("instant", Attributes.builder().put("key", "value").build(), now)
        .addEvent("with", Attributes.builder().put("count", 5).build())
        .recordException(new IllegalStateException("broken"))
        .recordException(
            new IllegalArgumentException("worse"),
            Attributes.builder().put("exception.message", "told otherwise").build())
        .setStatus(StatusCode.ERROR, "it failed")
        .updateName("renamed events");
    span.end(now.plusMillis(5));
    Span fine = tracer.spanBuilder("fine").startSpan();
    fine.setStatus(StatusCode.ERROR, "not yet").setStatus(StatusCode.OK);
    fine.end();
  }

  private static void contexts(Tracer tracer, StringBuilder seen) throws Exception {
    Context with = Context.current().with(OWN_KEY, "mine");
    seen.append("own=").append(Context.current().get(OWN_KEY));
    try (Scope ignored = with.makeCurrent()) {
      seen.append(" own=").append(Context.current().get(OWN_KEY));
      seen.append(" same=").append(Context.current() == with);
      Span child = tracer.spanBuilder("child of current").startSpan();
      try (Scope inner = child.makeCurrent()) {
        seen.append(" own=").append(Context.current().get(OWN_KEY));
        seen.append(" span=").append(Span.current() == child);
        seen.append(" recording=").append(Span.current().isRecording());
      }
      Span grandChild =
          tracer.spanBuilder("child of given").setParent(Context.root().with(child)).startSpan();
      grandChild.end();
      child.end();
      ExecutorService executor = Executors.newSingleThreadExecutor();
      try {
        Runnable task =
            Context.current()
                .wrap(
                    () -> {
                      seen.append(" wrapped=").append(Context.current().get(OWN_KEY));
                      tracer.spanBuilder("child elsewhere").startSpan().end();
                    });
        executor.submit(task).get();
      } finally {
        executor.shutdown();
      }
    }
    Baggage baggage =
        Baggage.current().toBuilder()
            .put("client", "web", BaggageEntryMetadata.create("ttl=1"))
            .put("other", "ä b")
            .build();
    try (Scope ignored = baggage.makeCurrent()) {
      seen.append(" baggage=").append(new TreeMap<>(Baggage.current().asMap()).keySet());
      Baggage.current()
          .forEach(
              (key, entry) ->
                  seen.append(' ').append(key).append('=').append(entry.getMetadata().getValue()));
      seen.append(" still=").append(Span.current().getSpanContext().isValid());
    }
    seen.append(" baggage=").append(Baggage.current().size());
    Span foreign = Span.wrap(LINKED);
    try (Scope ignored = foreign.makeCurrent()) {
      seen.append(" foreign=").append(Span.current() == foreign);
      tracer.spanBuilder("child of foreign").startSpan().end();
    }
  }

  private static void nulls(Tracer tracer) {
    Span span =
        tracer
            .spanBuilder("nulls")
            .setAttribute((String) null, "value")
            .setAttribute("key", (String) null)
            .setAttribute((AttributeKey<String>) null, "value")
            .setAttribute(AttributeKey.stringKey(""), "value")
            .addLink(null)
            .setSpanKind(null)
            .setParent(null)
            .startSpan();
    span.setAttribute("key", (String) null)
        .setAttribute(AttributeKey.stringKey("key"), null)
        .setAllAttributes(null)
        .addEvent(null)
        .recordException(null)
        .setStatus(null)
        .updateName(null);
    span.end();
  }

  private static void propagators(Tracer tracer, StringBuilder seen) {
    TextMapPropagator propagator = GlobalOpenTelemetry.getPropagators().getTextMapPropagator();
    Map<String, String> headers = new TreeMap<>();
    try (Scope ignored = Baggage.builder().put("key", "value").build().makeCurrent()) {
      propagator.inject(Context.current(), headers, Map::put);
    }
    String traceparent = String.valueOf(headers.get("traceparent"));
    seen.append(" injected=").append(headers.keySet());
    seen.append(" current=")
        .append(traceparent.contains(Span.current().getSpanContext().getTraceId()));
    Context extracted =
        propagator.extract(
            Context.root().with(OWN_KEY, "kept"),
            Map.of(
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "tracestate",
                "congo=t61rcWkgMzE,rojo=00f067aa0ba902b7",
                "baggage",
                "remote=yes"),
            new MapGetter());
    seen.append(" own=").append(extracted.get(OWN_KEY));
    seen.append(" remote=").append(Span.fromContext(extracted).getSpanContext().isRemote());
    seen.append(" state=").append(Span.fromContext(extracted).getSpanContext().getTraceState());
    seen.append(" baggage=").append(Baggage.fromContext(extracted).getEntryValue("remote"));
    tracer.spanBuilder("child of remote").setParent(extracted).startSpan().end();
    seen.append(" empty=")
        .append(
            Span.fromContextOrNull(
                propagator.extract(Context.root(), Collections.emptyMap(), new MapGetter())));
  }

  private static void metrics() {
    Meter meter =
        GlobalOpenTelemetry.get()
            .getMeterProvider()
            .meterBuilder("program")
            .setInstrumentationVersion("1.2.3")
            .build();
    Attributes blue = Attributes.builder().put("color", "blue").build();
    LongCounter counter =
        meter.counterBuilder("program.count").setUnit("{call}").setDescription("Calls").build();
    counter.add(2);
    counter.add(3, blue);
    counter.add(4, blue, Context.current());
    meter.counterBuilder("program.amount").ofDoubles().build().add(1.5, blue);
    meter.upDownCounterBuilder("program.level").build().add(-2, blue);
    meter.upDownCounterBuilder("program.weight").ofDoubles().build().add(-2.5);
    DoubleHistogram histogram = meter.histogramBuilder("program.duration").setUnit("s").build();
    histogram.record(0.3, blue);
    histogram.record(7, blue);
    meter.histogramBuilder("program.size").ofLongs().setUnit("By").build().record(12);
    meter.counterBuilder("program.seen").buildWithCallback(to -> to.record(11, blue));
    meter.counterBuilder("program.read").ofDoubles().buildWithCallback(to -> to.record(11.5));
    meter.upDownCounterBuilder("program.open").buildWithCallback(to -> to.record(3));
    meter.upDownCounterBuilder("program.held").ofDoubles().buildWithCallback(to -> to.record(3.5));
    meter
        .gaugeBuilder("program.heat")
        .setUnit("Cel")
        .buildWithCallback(to -> to.record(21.5, blue));
    meter.gaugeBuilder("program.age").ofLongs().buildWithCallback(to -> to.record(9));
    meter.gaugeBuilder("program.closed").buildWithCallback(to -> to.record(1)).close();
    ObservableLongMeasurement left = meter.counterBuilder("program.left").buildObserver();
    ObservableDoubleMeasurement right = meter.gaugeBuilder("program.right").buildObserver();
    meter.batchCallback(
        () -> {
          left.record(1, blue);
          right.record(2.5);
        },
        left,
        right);
  }

  private static final class MapGetter implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
      return carrier == null ? null : carrier.get(key);
    }
  }
}
