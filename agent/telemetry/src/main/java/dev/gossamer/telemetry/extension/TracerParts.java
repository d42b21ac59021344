package dev.gossamer.telemetry.extension;

import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What stands in a builder of tracers before an extension gets it: all that is new afterwards runs
 * on the application's threads, and is guarded.
 */
final class TracerParts {
  private static final BuilderField<List<SpanProcessor>> PROCESSORS = field("spanProcessors");
  private static final BuilderField<Sampler> SAMPLER = field("sampler");
  private static final BuilderField<IdGenerator> IDS = field("idsGenerator");
  private static final BuilderField<Supplier<SpanLimits>> LIMITS = field("spanLimitsSupplier");

  private final List<SpanProcessor> processors;
  private final Sampler sampler;
  private final IdGenerator ids;
  private final Supplier<SpanLimits> limits;

  TracerParts(SdkTracerProviderBuilder builder) {
    processors = new ArrayList<>(PROCESSORS.of(builder));
    sampler = SAMPLER.of(builder);
    ids = IDS.of(builder);
    limits = LIMITS.of(builder);
  }

  /**
   * Guards what is new.
   *
   * @param asOurs what every sampler is behind
   */
  void guard(Extension extension, SdkTracerProviderBuilder builder, UnaryOperator<Sampler> asOurs) {
    List<SpanProcessor> now = PROCESSORS.of(builder);
    for (int i = now.size() - 1; i >= 0; i--) {
      SpanProcessor processor = now.get(i);
      if (!BuilderField.isIn(processors, processor)) {
        SpanProcessor guarded =
            extension.call(
                processor.getClass().getName() + ", a span processor, is left out",
                () -> new GuardedSpanProcessor(extension, processor));
        if (guarded == null) {
          now.remove(i);
        } else {
          now.set(i, guarded);
        }
      }
    }
    Sampler chosen = SAMPLER.of(builder);
    if (chosen != sampler) {
      builder.setSampler(asOurs.apply(new GuardedSampler(extension, chosen, sampler)));
    }
    IdGenerator generator = IDS.of(builder);
    if (generator != ids && generator != IdGenerator.random()) {
      builder.setIdGenerator(new GuardedIdGenerator(extension, generator));
    }
    Supplier<SpanLimits> limiting = LIMITS.of(builder);
    if (limiting != limits) {
      builder.setSpanLimits(() -> limits(extension, limiting));
    }
  }

  private SpanLimits limits(Extension extension, Supplier<SpanLimits> limiting) {
    try {
      SpanLimits said = limiting.get();
      if (said != null) {
        return said;
      }
    } catch (Throwable failure) {
      extension.failed(failure);
    }
    return limits.get();
  }

  private static <T> BuilderField<T> field(String name) {
    return new BuilderField<>(SdkTracerProviderBuilder.class, name);
  }
}
