package dev.gossamer.config;

/** Which traces are recorded. Immutable. */
public final class SamplerOptions {
  private static final String FALLBACK = "parentbased_always_on";

  static final Setting SAMPLER =
      Setting.choice(
          "OTEL_TRACES_SAMPLER",
          FALLBACK,
          "Which traces are recorded; `jaeger_remote`, `parentbased_jaeger_remote` and `xray` are"
              + " accepted, and `parentbased_always_on` is used in their place",
          "always_on",
          "always_off",
          "traceidratio",
          FALLBACK,
          "parentbased_always_off",
          "parentbased_traceidratio",
          "jaeger_remote",
          "parentbased_jaeger_remote",
          "xray");
  static final Setting ARGUMENT =
      Setting.ratio(
          "OTEL_TRACES_SAMPLER_ARG", "1.0", "Share of traces that the ratio samplers record");

  static final Setting[] ALL = {SAMPLER, ARGUMENT};

  private final String name;
  private final double ratio;

  private SamplerOptions(Settings settings) {
    String chosen = settings.choice(SAMPLER);
    String sampler = chosen == null ? FALLBACK : chosen;
    if (sampler.endsWith("jaeger_remote") || sampler.equals("xray")) {
      settings.complain(
          SAMPLER,
          "a sampler that needs no server of its own; this one is not supported",
          FALLBACK);
      sampler = FALLBACK;
    }
    name = sampler;
    ratio = sampler.endsWith("traceidratio") ? settings.ratio(ARGUMENT) : 1;
  }

  /** Reads them. */
  public static SamplerOptions from(Settings settings) {
    return new SamplerOptions(settings);
  }

  /** One of the always and ratio samplers, as declared. */
  public String name() {
    return name;
  }

  /** From 0 to 1; only means something for a ratio sampler. */
  public double ratio() {
    return ratio;
  }

  /** As it stands in the start-up line. */
  @Override
  public String toString() {
    return name.endsWith("traceidratio") ? name + "(" + ratio + ")" : name;
  }
}
