package dev.gossamer.telemetry;

import dev.gossamer.config.SamplerOptions;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/** The SDK's samplers by their names in the specification, and those of extensions by theirs. */
final class Samplers {
  private static final String PARENT_BASED = "parentbased_";

  private Samplers() {}

  static Sampler of(SamplerOptions options, @Nullable Extensions extensions) {
    String name = options.name();
    if (name.startsWith(PARENT_BASED)) {
      return Sampler.parentBased(
          limited(root(name.substring(PARENT_BASED.length()), options), options));
    }
    Sampler root =
        extensions != null && extensions.hasSampler(name)
            ? extensions.sampler(name, Sampler.parentBased(Sampler.alwaysOn()))
            : root(name, options);
    Sampler limited = limited(root, options);
    return limited == root ? root : new TraceStarts(limited, root);
  }

  /** Whether the sampler decides by the trace id, among others. */
  static boolean readTraceId(SamplerOptions options) {
    return options.name().endsWith("traceidratio") || !options.rules().isEmpty();
  }

  /** The same where there are neither rules nor a limit. */
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
