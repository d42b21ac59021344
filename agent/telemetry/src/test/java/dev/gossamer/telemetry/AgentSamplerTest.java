package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Exclusion;
import dev.gossamer.api.propagation.SamplingHint;
import dev.gossamer.config.SamplerOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentSamplerTest {
  private static final String TRACE = "80f198ee56343ba864fe8b2a57d3eff7";
  private static final String SPAN = "e457b5a2e4d86bd1";
  private static final Thread OTHER = new Thread();

  private static boolean samples(Sampler sampler, Context parent) {
    return sampler
            .shouldSample(parent, TRACE, "s", SpanKind.SERVER, Attributes.empty(), List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  private static Context parent(String kind) {
    TraceFlags flags = kind.endsWith("+") ? TraceFlags.getSampled() : TraceFlags.getDefault();
    SpanContext context =
        kind.startsWith("remote")
            ? SpanContext.createFromRemoteParent(TRACE, SPAN, flags, TraceState.getDefault())
            : SpanContext.create(TRACE, SPAN, flags, TraceState.getDefault());
    return kind.equals("none") ? Context.root() : Context.root().with(Span.wrap(context));
  }

  private static Sampler configured(String name, String argument) {
    return Samplers.of(
        SamplerOptions.from(
            Settings.of(
                Map.of("OTEL_TRACES_SAMPLER", name, "OTEL_TRACES_SAMPLER_ARG", argument),
                Map.of())),
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "always_on, none, true", "always_on, remote-, true",
    "always_off, none, false", "always_off, remote+, false",
    "parentbased_always_on, none, true", "parentbased_always_on, remote-, false",
    "parentbased_always_off, none, false", "parentbased_always_off, remote+, true",
    "traceidratio, none, false", "traceidratio, remote+, false",
    "parentbased_traceidratio, none, false", "parentbased_traceidratio, local+, true",
    "jaeger_remote, none, true", "xray, remote-, false",
  })
  void theSamplersDoWhatTheirNamesSay(String name, String parent, boolean sampled) {
    assertThat(samples(new AgentSampler(configured(name, "0"), true, false, OTHER), parent(parent)))
        .isEqualTo(sampled);
  }

  @ParameterizedTest
  @CsvSource({
    "parentbased_always_on, NONE, remote-, false",
    "parentbased_always_on, DEFER, remote-, true",
    "parentbased_always_off, DEFER, remote-, false",
    "parentbased_always_on, DEFER, local-, false",
    "parentbased_always_off, SAMPLE, none, true",
    "parentbased_always_off, SAMPLE, local-, false",
    "parentbased_always_on, DROP, none, false",
    "parentbased_always_on, DROP, remote+, true",
    "parentbased_always_off, DEBUG, none, true",
    "always_off, DEBUG, remote-, true",
    "parentbased_always_on, DEBUG, local-, false",
  })
  void whatTheCallerSaidIsHonoured(String name, SamplingHint hint, String parent, boolean sampled) {
    Context context = SamplingHint.with(parent(parent), hint);
    assertThat(samples(new AgentSampler(configured(name, "1"), true, false, OTHER), context))
        .isEqualTo(sampled);
  }

  @Test
  void theExportingThreadMakesNoSpans() {
    Sampler sampler = new AgentSampler(Sampler.alwaysOn(), true, false, Thread.currentThread());
    assertThat(samples(sampler, Context.root())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"always_on, none", "parentbased_always_on, remote+", "parentbased_always_on, local+"})
  void nothingInAnExcludedContextIsSampled(String name, String parent) {
    Sampler sampler = new AgentSampler(configured(name, "1"), false, true, OTHER);
    assertThat(samples(sampler, parent(parent))).isTrue();
    assertThat(samples(sampler, Exclusion.in(parent(parent)))).isFalse();
  }
}
