package dev.gossamer.propagator.b3;

import static dev.gossamer.propagator.b3.Vector.SPAN_ID;
import static dev.gossamer.propagator.b3.Vector.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.propagation.SamplingHint;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class B3PropagatorTest {
  private static final B3Propagator SINGLE = B3Propagator.single();
  private static final B3Propagator MULTI = B3Propagator.multi();

  static List<Vector> vectors() throws IOException {
    return Vector.read();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsBothFormatsAndSendsOnWhatItRead(Vector vector) {
    Context context = SINGLE.extract(Context.root(), vector.headers(), Carrier.GETTER);

    SpanContext span = Span.fromContext(context).getSpanContext();
    if (vector.traceId().equals("-")) {
      assertThat(span.isValid()).isFalse();
    } else {
      assertThat(span)
          .isEqualTo(
              SpanContext.createFromRemoteParent(
                  vector.traceId(), SPAN_ID, vector.flags(), TraceState.getDefault()));
    }
    assertThat(SamplingHint.from(context)).hasToString(vector.hint());

    Carrier single = inject(SINGLE, context);
    assertThat(value(single, "b3")).isEqualTo(vector.single());
    assertThat(single.headers.keySet()).isSubsetOf("b3");
    Carrier multi = inject(MULTI, context);
    assertThat(
            value(multi, "X-B3-TraceId")
                + " "
                + value(multi, "X-B3-SpanId")
                + " "
                + value(multi, "X-B3-Sampled")
                + " "
                + value(multi, "X-B3-Flags"))
        .isEqualTo(vector.multi());
    assertThat(multi.headers.keySet())
        .isSubsetOf("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags");

    Context read = MULTI.extract(Context.root(), vector.headers(), Carrier.GETTER);
    assertThat(Span.fromContext(read).getSpanContext()).isEqualTo(span);
    assertThat(SamplingHint.from(read)).isEqualTo(SamplingHint.from(context));
  }

  @Test
  void namesTheHeadersItWrites() {
    assertThat(SINGLE.fields()).containsExactly("b3");
    assertThat(MULTI.fields())
        .containsExactly("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags");
  }

  @Test
  void sendsNothingWithoutASpanAndAHint() {
    assertThat(inject(SINGLE, Context.root()).headers).isEmpty();
    assertThat(inject(MULTI, Context.root().with(Span.getInvalid())).headers).isEmpty();
  }

  @Test
  void aLocalSpanUnderADeferredOneSendsItsOwnDecision() {
    for (TraceFlags flags : List.of(TraceFlags.getSampled(), TraceFlags.getDefault())) {
      SpanContext local = SpanContext.create(TRACE_ID, SPAN_ID, flags, TraceState.getDefault());
      Context context =
          SamplingHint.with(Context.root(), SamplingHint.DEFER).with(Span.wrap(local));
      assertThat(value(inject(SINGLE, context), "b3"))
          .isEqualTo(TRACE_ID + "-" + SPAN_ID + (flags.isSampled() ? "-1" : "-0"));
    }
  }

  @Test
  void aNewTraceReplacesTheHintOfAnOuterOne() {
    for (SamplingHint hint : SamplingHint.values()) {
      Context outer = SamplingHint.with(Context.root(), hint);
      Carrier in = new Carrier().add("b3", TRACE_ID + "-" + SPAN_ID + "-1");
      assertThat(SamplingHint.from(SINGLE.extract(outer, in, Carrier.GETTER)))
          .isEqualTo(SamplingHint.NONE);
    }
  }

  @Test
  void aGetterThatFailsCountsAsAMissingHeader() {
    Context context = SINGLE.extract(Context.root(), new Carrier(), new Failing("b3"));
    assertThat(context).isSameAs(Context.root());
    Carrier single = new Carrier().add("b3", TRACE_ID + "-" + SPAN_ID + "-1");
    context = SINGLE.extract(Context.root(), single, new Failing("X-B3-TraceId"));
    assertThat(Span.fromContext(context).getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
  }

  @Test
  @SuppressWarnings("NullAway") // Callers without null checks are what it is about.
  void toleratesNullsAsTheApiAsksFor() {
    Carrier in = new Carrier().add("b3", TRACE_ID + "-" + SPAN_ID + "-1");
    Context context = SINGLE.extract(Context.root(), in, Carrier.GETTER);
    assertThat(SINGLE.extract(null, in, Carrier.GETTER)).isSameAs(Context.root());
    assertThat(SINGLE.<Carrier>extract(context, in, null)).isSameAs(context);
    assertThat(SINGLE.extract(context, null, Carrier.GETTER)).isSameAs(context);
    Carrier out = new Carrier();
    SINGLE.inject(null, out, Carrier.SETTER);
    SINGLE.<Carrier>inject(context, out, null);
    assertThat(out.headers).isEmpty();
  }

  @Test
  void anyMutationIsReadWithoutFailureAndSentOnAsItWillBeReadAgain() throws IOException {
    Random random = new Random(20260802);
    List<Vector> seeds = Vector.read();
    int continued = 0;
    for (int i = 0; i < 200_000; i++) {
      Carrier in = new Carrier();
      seeds
          .get(random.nextInt(seeds.size()))
          .headers()
          .headers
          .forEach((name, values) -> values.forEach(value -> in.add(name, mutate(value, random))));

      Context context = SINGLE.extract(Context.root(), in, Carrier.GETTER);

      for (B3Propagator propagator : List.of(SINGLE, MULTI)) {
        Carrier out = inject(propagator, context);
        Context again = propagator.extract(Context.root(), out, Carrier.GETTER);
        assertThat(inject(propagator, again).headers).isEqualTo(out.headers);
        assertThat(out.headers.values()).allMatch(values -> values.get(0).length() <= 51);
      }
      continued += Span.fromContext(context).getSpanContext().isValid() ? 1 : 0;
    }
    assertThat(continued).describedAs("cases that reach the end").isGreaterThan(10_000);
  }

  private static String mutate(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, "01adf-AF \t,\0é\uD800".charAt(random.nextInt(14)));
        case 1 -> text.setLength(at);
        case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  private static Carrier inject(B3Propagator propagator, Context context) {
    Carrier out = new Carrier();
    propagator.inject(context, out, Carrier.SETTER);
    return out;
  }

  private static String value(Carrier carrier, String name) {
    String value = carrier.value(name);
    return value == null ? "-" : value;
  }

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
      return Carrier.GETTER.getAll(carrier, name);
    }
  }
}
