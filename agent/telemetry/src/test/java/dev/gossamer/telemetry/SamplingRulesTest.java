package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.config.SamplerOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingRulesTest {
  private static final String TRACE = "80f198ee56343ba864fe8b2a57d3eff7";
  private static final String SPAN = "e457b5a2e4d86bd1";

  private static Sampler configured(String... settings) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return Samplers.of(SamplerOptions.from(Settings.of(environment, Map.of())), null);
  }

  private static boolean samples(Sampler sampler, Context parent, String name, String path) {
    Attributes attributes =
        path == null ? Attributes.empty() : Attributes.of(AttributeKey.stringKey("url.path"), path);
    return sampler
            .shouldSample(parent, TRACE, name, SpanKind.SERVER, attributes, List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  private static Context parent(TraceFlags flags) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(TRACE, SPAN, flags, TraceState.getDefault())));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, false",
    "GET, /health/live, true",
    "GET, /owners/17/pets, false",
    "GET, /owners/17/visits, true",
    "GET, /static/a.css, false",
    "GET, /static/keep/a.css, true",
    "nightly report, , false",
    "daily report, , true",
    "GET, /other, true",
  })
  void theFirstRuleThatFitsDecides(String name, String path, boolean sampled) {
    Sampler sampler =
        configured(
            "GOSSAMER_SAMPLING_RULES",
            "/health=0,/owners/{id}/pets=0,/static/keep/*=1,/static/*=0,nightly *=0.0");
    assertThat(samples(sampler, Context.root(), name, path)).isEqualTo(sampled);
  }

  @Test
  void ofTwoRulesForTheSameTheFirstDecides() {
    Sampler sampler = configured("GOSSAMER_SAMPLING_RULES", "/health=0,/health=1,/*=1");
    assertThat(samples(sampler, Context.root(), "GET", "/health")).isFalse();
  }

  @Test
  void aParentDecidesBeforeAnyRule() {
    Sampler sampler = configured("GOSSAMER_SAMPLING_RULES", "/health=0,/always=1");
    assertThat(samples(sampler, parent(TraceFlags.getSampled()), "GET", "/health")).isTrue();
    assertThat(samples(sampler, parent(TraceFlags.getDefault()), "GET", "/always")).isFalse();
  }

  @Test
  void theSamplerDecidesWhereNoRuleFits() {
    Sampler sampler =
        configured(
            "OTEL_TRACES_SAMPLER",
            "parentbased_always_off",
            "GOSSAMER_SAMPLING_RULES",
            "/checkout=1");
    assertThat(samples(sampler, Context.root(), "GET", "/checkout")).isTrue();
    assertThat(samples(sampler, Context.root(), "GET", "/")).isFalse();
  }

  /** As without rules, but for what belongs to a trace that a rule has decided on. */
  @ParameterizedTest
  @CsvSource({
    "always_on, false, 01, true",
    "always_on, false, 00, false",
    "always_on, true, 00, true",
    "always_off, false, 01, true",
    "always_off, true, 01, false",
    "traceidratio, true, 00, true",
  })
  void aSamplerOfEachSpanFollowsWhatARuleDecided(
      String name, boolean remote, String flags, boolean sampled) {
    Sampler sampler =
        configured("OTEL_TRACES_SAMPLER", name, "GOSSAMER_SAMPLING_RULES", "/health=0");
    TraceFlags given = TraceFlags.fromHex(flags, 0);
    TraceState none = TraceState.getDefault();
    SpanContext span =
        remote
            ? SpanContext.createFromRemoteParent(TRACE, SPAN, given, none)
            : SpanContext.create(TRACE, SPAN, given, none);
    assertThat(samples(sampler, Context.root().with(Span.wrap(span)), "GET", "/"))
        .isEqualTo(sampled);
  }

  @Test
  void aLimitLetsThatManyThroughASecondAndASecondsWorthAtOnce() {
    AtomicLong now = new AtomicLong(-5);
    Sampler sampler = new RateLimit(Sampler.alwaysOn(), 10, now::get);
    assertThat(sampledOf(sampler, 50)).isEqualTo(10);
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(350));
    assertThat(sampledOf(sampler, 50)).isEqualTo(3);
    now.addAndGet(TimeUnit.HOURS.toNanos(3));
    assertThat(sampledOf(sampler, 50)).isEqualTo(10);
    assertThat(samples(sampler, parent(TraceFlags.getSampled()), "GET", "/")).isTrue();
  }

  @Test
  void whatIsNotSampledAnywayCountsForNoLimit() {
    AtomicLong now = new AtomicLong();
    Sampler rules = new SamplingRules(Map.of("/health", 0.0), Sampler.alwaysOn());
    Sampler sampler = new RateLimit(rules, 1, now::get);
    for (int i = 0; i < 10; i++) {
      assertThat(samples(sampler, Context.root(), "GET", "/health")).isFalse();
    }
    assertThat(samples(sampler, Context.root(), "GET", "/")).isTrue();
    assertThat(samples(sampler, Context.root(), "GET", "/")).isFalse();
  }

  private static int sampledOf(Sampler sampler, int asked) {
    int sampled = 0;
    for (int i = 0; i < asked; i++) {
      sampled += samples(sampler, Context.root(), "GET", "/") ? 1 : 0;
    }
    return sampled;
  }
}
