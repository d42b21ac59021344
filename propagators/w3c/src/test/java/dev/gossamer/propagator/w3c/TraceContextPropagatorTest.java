package dev.gossamer.propagator.w3c;

import static dev.gossamer.propagator.w3c.Vector.SPAN_ID;
import static dev.gossamer.propagator.w3c.Vector.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TraceContextPropagatorTest {
  private static final String PARENT = "00-" + TRACE_ID + "-" + SPAN_ID + "-01";

  private final TraceContextPropagator propagator = TraceContextPropagator.instance();

  static List<Vector> traceparents() throws IOException {
    return Vector.read("traceparent.tsv");
  }

  static List<Vector> tracestates() throws IOException {
    return Vector.read("tracestate.tsv");
  }

  @ParameterizedTest
  @MethodSource("traceparents")
  void continuesTheTraceOfAValidTraceparentOnly(Vector vector) {
    Carrier in = new Carrier();
    for (String line : vector.lines()) {
      int colon = line.indexOf(':');
      in.add(line.substring(0, colon), line.substring(colon + 1));
    }

    Context context = extract(in);

    if (vector.expected().equals("new")) {
      assertThat(context).isSameAs(Context.root());
      assertThat(inject(context).headers).isEmpty();
    } else {
      SpanContext span = Span.fromContext(context).getSpanContext();
      assertThat(span.isRemote()).isTrue();
      assertThat(span.getTraceId()).isEqualTo(TRACE_ID);
      assertThat(span.getSpanId()).isEqualTo(SPAN_ID);
      assertThat(inject(context).headers)
          .isEqualTo(
              Map.of(
                  "traceparent",
                  List.of("00-" + TRACE_ID + "-" + SPAN_ID + "-" + vector.expected())));
    }
  }

  @ParameterizedTest
  @MethodSource("tracestates")
  void sendsAValidTracestateOnAndNeverLosesTheTraceToAnother(Vector vector) {
    Carrier in = new Carrier().add("traceparent", PARENT);
    vector.lines().forEach(line -> in.add("tracestate", line));

    Carrier out = inject(extract(in));

    assertThat(out.value("traceparent")).isEqualTo(PARENT);
    String expected = vector.expected().equals("none") ? null : vector.expected();
    assertThat(out.value("tracestate")).isEqualTo(expected);
  }

  @Test
  void readsTheTracestateUnderAnyCaseOfItsNameButNoOtherName() {
    for (String name : List.of("TraceState", "TrAcEsTaTe", "TRACESTATE")) {
      assertThat(out(new Carrier().add("traceparent", PARENT).add(name, "foo=1")))
          .isEqualTo("foo=1");
    }
    for (String name : List.of("trace-state", "trace.state")) {
      assertThat(out(new Carrier().add("traceparent", PARENT).add(name, "foo=1"))).isNull();
    }
  }

  @Test
  void namesItsHeadersInLowerCase() {
    assertThat(propagator.fields()).containsExactly("traceparent", "tracestate");
  }

  @Test
  void sendsNothingForAnInvalidSpan() {
    assertThat(inject(Context.root()).headers).isEmpty();
    assertThat(inject(Context.root().with(Span.getInvalid())).headers).isEmpty();
  }

  @Test
  void sendsOnlyTheKnownFlagsOfASpanOfOurOwn() {
    SpanContext span =
        SpanContext.create(
            TRACE_ID, SPAN_ID, TraceFlags.fromByte((byte) 0xFF), TraceState.getDefault());
    assertThat(inject(Context.root().with(Span.wrap(span))).value("traceparent"))
        .isEqualTo("00-" + TRACE_ID + "-" + SPAN_ID + "-03");
  }

  @Test
  void readsAndChangesTheExtractedStateAsTheApiPromises() {
    TraceState state = state("a=1,b=2,c@@d=3");

    assertThat(state.size()).isEqualTo(3);
    assertThat(state.isEmpty()).isFalse();
    assertThat(state.get("c@@d")).isEqualTo("3");
    assertThat(state.get("x")).isNull();
    assertThat(state.asMap())
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c@@d", "3"));
    assertThat(state)
        .isEqualTo(state(" a=1 ,, b=2 , c@@d=3"))
        .hasSameHashCodeAs(state("a=1,b=2,c@@d=3"));
    assertThat(state).isNotEqualTo(state("b=2,a=1,c@@d=3"));

    assertThat(state.toBuilder().put("b", "9").build()).hasToString("b=9,a=1,c@@d=3");
    assertThat(state.toBuilder().put("new", "0").remove("a").build())
        .hasToString("new=0,b=2,c@@d=3");
    assertThat(state.toBuilder().put("BAD", "0").put("bad", "=").build()).isEqualTo(state);
    assertThat(state.toBuilder().remove("a").remove("b").remove("c@@d").build())
        .isSameAs(TraceState.getDefault());
  }

  @Test
  void aMemberThatIsAddedToAFullStatePushesTheLastOneOut() {
    StringBuilder header = new StringBuilder("m1=1");
    for (int i = 2; i <= 32; i++) {
      header.append(",m").append(i).append("=1");
    }
    TraceState full = state(header.toString());

    TraceState changed = full.toBuilder().put("new", "1").build();

    assertThat(changed.size()).isEqualTo(32);
    assertThat(changed.toString()).startsWith("new=1,m1=1,").endsWith(",m31=1");
  }

  @Test
  void sendsTheStateOfTheApiInItsOrder() {
    TraceState state = TraceState.builder().put("b", "2").put("a", "1").build();
    assertThat(inject(span(state)).value("tracestate")).isEqualTo("a=1,b=2");
  }

  @Test
  void leavesOutWhatAForeignStateShouldNotHold() {
    TraceState careless =
        new TraceState() {
          @Override
          public @Nullable String get(String key) {
            return null;
          }

          @Override
          public int size() {
            return 2;
          }

          @Override
          public boolean isEmpty() {
            return false;
          }

          @Override
          public void forEach(BiConsumer<String, String> consumer) {
            consumer.accept("a", "1\r\nSet-Cookie: x");
            consumer.accept("UPPER", "1");
            consumer.accept("b", "2");
          }

          @Override
          public Map<String, String> asMap() {
            return Map.of();
          }

          @Override
          public io.opentelemetry.api.trace.TraceStateBuilder toBuilder() {
            return TraceState.builder();
          }
        };
    assertThat(inject(span(careless)).value("tracestate")).isEqualTo("b=2");
  }

  @Test
  void anExtractedTraceReplacesTheSpanThatWasCurrent() {
    Context outer =
        Context.root()
            .with(
                Span.wrap(
                    SpanContext.create(
                        "11111111111111111111111111111111",
                        "1111111111111111",
                        TraceFlags.getSampled(),
                        TraceState.getDefault())));
    Context context =
        propagator.extract(outer, new Carrier().add("traceparent", PARENT), Carrier.GETTER);
    assertThat(Span.fromContext(context).getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
    assertThat(propagator.extract(outer, new Carrier(), Carrier.GETTER)).isSameAs(outer);
  }

  @Test
  void forgetsAHintThatSpokeAboutAnotherTrace() {
    for (SamplingHint hint : SamplingHint.values()) {
      Context outer = SamplingHint.with(Context.root(), hint);
      Context context =
          propagator.extract(outer, new Carrier().add("traceparent", PARENT), Carrier.GETTER);
      assertThat(SamplingHint.from(context)).isEqualTo(SamplingHint.NONE);
    }
  }

  @Test
  void keepsDebugOfTheSameSampledTrace() {
    Context debugged = SamplingHint.with(span(TraceState.getDefault()), SamplingHint.DEBUG);
    Carrier in = new Carrier().add("traceparent", PARENT);
    assertThat(SamplingHint.from(propagator.extract(debugged, in, Carrier.GETTER)))
        .isEqualTo(SamplingHint.DEBUG);
  }

  @Test
  void aGetterThatFailsCountsAsAMissingHeader() {
    assertThat(propagator.extract(Context.root(), new Carrier(), new Failing("traceparent")))
        .isSameAs(Context.root());
    Context context = propagator.extract(Context.root(), new Carrier(), new Failing("tracestate"));
    SpanContext span = Span.fromContext(context).getSpanContext();
    assertThat(span.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(span.getTraceState().isEmpty()).isTrue();
  }

  @Test
  @SuppressWarnings("NullAway") // Callers without null checks are what it is about.
  void toleratesNullsAsTheApiAsksFor() {
    Context context = span(TraceState.getDefault());
    assertThat(propagator.extract(null, new Carrier(), Carrier.GETTER)).isSameAs(Context.root());
    assertThat(propagator.<Carrier>extract(context, new Carrier(), null)).isSameAs(context);
    assertThat(propagator.extract(context, null, Carrier.GETTER)).isSameAs(context);
    assertThat(propagator.extract(context, new Carrier(), new NullGetter())).isSameAs(context);
    Carrier out = new Carrier();
    propagator.inject(null, out, Carrier.SETTER);
    propagator.<Carrier>inject(context, out, null);
    assertThat(out.headers).isEmpty();
  }

  private Context extract(Carrier carrier) {
    return propagator.extract(Context.root(), carrier, Carrier.GETTER);
  }

  private Carrier inject(Context context) {
    Carrier out = new Carrier();
    propagator.inject(context, out, Carrier.SETTER);
    return out;
  }

  private @Nullable String out(Carrier in) {
    return inject(extract(in)).value("tracestate");
  }

  private TraceState state(String header) {
    return Span.fromContext(
            extract(new Carrier().add("traceparent", PARENT).add("tracestate", header)))
        .getSpanContext()
        .getTraceState();
  }

  private static Context span(TraceState state) {
    return Context.root()
        .with(Span.wrap(SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), state)));
  }

  /** Answers every header with the traceparent, and one of them with a failure. */
  private record Failing(String name) implements TextMapGetter<Carrier> {
    @Override
    public @Nullable String get(@Nullable Carrier carrier, String name) {
      throw new AssertionError();
    }

    @Override
    public Iterator<String> getAll(@Nullable Carrier carrier, String name) {
      if (name.equals(this.name)) {
        throw new IllegalStateException("recycled");
      }
      return Collections.singleton(PARENT).iterator();
    }
  }

  private static final class NullGetter implements TextMapGetter<Carrier> {
    @Override
    public @Nullable String get(@Nullable Carrier carrier, String name) {
      return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public Iterator<String> getAll(@Nullable Carrier carrier, String name) {
      return name.equals("traceparent") ? null : Collections.<String>singletonList(null).iterator();
    }
  }
}
