package dev.gossamer.telemetry;

import dev.gossamer.config.SamplerOptions;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** The SDK's samplers by their names in the specification. */
final class Samplers {
  private static final String PARENT_BASED = "parentbased_";

  private Samplers() {}

  static Sampler of(SamplerOptions options) {
    String name = options.name();
    return name.startsWith(PARENT_BASED)
        ? Sampler.parentBased(
            limited(root(name.substring(PARENT_BASED.length()), options), options))
        : limited(root(name, options), options);
  }

  /** Whether the sampler decides by the trace id, among others. */
  static boolean readTraceId(SamplerOptions options) {
    return options.name().endsWith("traceidratio") || !options.rules().isEmpty();
  }

  private static Sampler limited(Sampler sampler, SamplerOptions options) {
    Sampler ruled =
        options.rules().isEmpty() ? sampler : new SamplingRules(options.rules(), sampler);
    return options.rateLimit() == 0
        ? ruled
        : new RateLimit(ruled, options.rateLimit(), System::nanoTime);
  }

  private static Sampler root(String name, SamplerOptions options) {
    switch (name) {
      case "always_off":
        return Sampler.alwaysOff();
      case "traceidratio":
        return Sampler.traceIdRatioBased(options.ratio());
      default:
        return Sampler.alwaysOn();
    }
  }
}
