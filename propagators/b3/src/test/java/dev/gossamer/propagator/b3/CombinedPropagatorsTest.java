package dev.gossamer.propagator.b3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.propagation.SamplingHint;
import dev.gossamer.propagator.w3c.BaggagePropagator;
import dev.gossamer.propagator.w3c.TraceContextPropagator;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The API's composite is enough: the last successful propagator of the list wins, one that fails
 * clears nothing, and each is a single instance, so that a set removes duplicates.
 */
final class CombinedPropagatorsTest {
  private static final String T1 = "11111111111111111111111111111111";
  private static final String T2 = "22222222222222222222222222222222";
  private static final String S1 = "1111111111111111";
  private static final String S2 = "2222222222222222";
  private static final TextMapPropagator ALL =
      composite(
          TraceContextPropagator.instance(),
          BaggagePropagator.instance(),
          B3Propagator.single(),
          B3Propagator.multi());
  private static final TextMapPropagator B3_FIRST =
      composite(B3Propagator.single(), TraceContextPropagator.instance());

  @Test
  void writesEveryFormat() {
    Context context =
        extract(ALL, "traceparent", "00-" + T1 + "-" + S1 + "-01", "tracestate", "a=1")
            .with(Baggage.builder().put("k", "v").build());
    Carrier out = new Carrier();
    ALL.inject(context, out, Carrier.SETTER);
    assertThat(out.headers.keySet())
        .containsExactlyInAnyOrder(
            "traceparent",
            "tracestate",
            "baggage",
            "b3",
            "X-B3-TraceId",
            "X-B3-SpanId",
            "X-B3-Sampled");
    assertThat(out.headers.values()).allMatch(values -> values.size() == 1);
    assertThat(ALL.fields()).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void theLastSuccessfulOneWins() {
    String[] both = {"traceparent", "00-" + T1 + "-" + S1 + "-01", "b3", T2 + "-" + S2 + "-1"};
    assertThat(span(extract(ALL, both)).getTraceId()).isEqualTo(T2);
    assertThat(span(extract(B3_FIRST, both)).getTraceId()).isEqualTo(T1);
  }

  @Test
  void oneThatFailsClearsNothing() {
    String[] brokenB3 = {"traceparent", "00-" + T1 + "-" + S1 + "-01", "b3", "garbage"};
    assertThat(span(extract(ALL, brokenB3)).getTraceId()).isEqualTo(T1);
    String[] brokenW3c = {"traceparent", "garbage", "b3", T2 + "-" + S2 + "-d"};
    Context context = extract(B3_FIRST, brokenW3c);
    assertThat(span(context).getTraceId()).isEqualTo(T2);
    assertThat(SamplingHint.from(context)).isEqualTo(SamplingHint.DEBUG);
  }

  @Test
  void aStateWithoutIdsSaysNothingAboutATraceThatGoesOn() {
    String[] headers = {"traceparent", "00-" + T1 + "-" + S1 + "-01", "b3", "0"};
    for (TextMapPropagator propagator : List.of(ALL, B3_FIRST)) {
      Context context = extract(propagator, headers);
      assertThat(span(context).getTraceId()).isEqualTo(T1);
      assertThat(span(context).isSampled()).isTrue();
      assertThat(SamplingHint.from(context)).isEqualTo(SamplingHint.NONE);
    }
  }

  @Test
  void theSameSpanInBothFormatsKeepsWhatOnlyOneCanSay() {
    String[] headers = {
      "traceparent", "00-" + T1 + "-" + S1 + "-03", "tracestate", "a=1", "b3", T1 + "-" + S1 + "-d"
    };
    for (TextMapPropagator propagator : List.of(ALL, B3_FIRST)) {
      Context context = extract(propagator, headers);
      assertThat(span(context).getTraceState().get("a")).isEqualTo("1");
      assertThat(span(context).getTraceFlags().asHex()).isEqualTo("03");
      assertThat(SamplingHint.from(context)).isEqualTo(SamplingHint.DEBUG);
    }
  }

  @Test
  void aDecisionInOneFormatBeatsNoneInTheOther() {
    String[] headers = {"traceparent", "00-" + T1 + "-" + S1 + "-01", "b3", T1 + "-" + S1};
    for (TextMapPropagator propagator : List.of(ALL, B3_FIRST)) {
      Context context = extract(propagator, headers);
      assertThat(span(context).isSampled()).isTrue();
      assertThat(SamplingHint.from(context)).isEqualTo(SamplingHint.NONE);
    }
  }

  @Test
  void aListWithDuplicatesBecomesASet() {
    Set<TextMapPropagator> set = new LinkedHashSet<>();
    for (int i = 0; i < 2; i++) {
      set.add(TraceContextPropagator.instance());
      set.add(B3Propagator.single());
      set.add(B3Propagator.multi());
      set.add(BaggagePropagator.instance());
    }
    assertThat(set)
        .extracting(Object::toString)
        .containsExactly("tracecontext", "b3", "b3multi", "baggage");
  }

  private static TextMapPropagator composite(TextMapPropagator... propagators) {
    return TextMapPropagator.composite(propagators);
  }

  private static Context extract(TextMapPropagator propagator, String... headers) {
    Carrier carrier = new Carrier();
    for (int i = 0; i < headers.length; i += 2) {
      carrier.add(headers[i], headers[i + 1]);
    }
    return propagator.extract(Context.root(), carrier, Carrier.GETTER);
  }

  private static SpanContext span(Context context) {
    return Span.fromContext(context).getSpanContext();
  }
}
