package dev.gossamer.telemetry.extension;

import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What stands in a builder of tracers before an extension gets it: all that is new afterwards runs
 * on the application's threads, and is guarded. The builder has no getters, so its fields are read;
 * it ships with the agent, in one version.
 */
final class TracerParts {
  private static final Field PROCESSORS = field("spanProcessors");
  private static final Field SAMPLER = field("sampler");
  private static final Field IDS = field("idsGenerator");
  private static final Field LIMITS = field("spanLimitsSupplier");

  private final List<SpanProcessor> processors;
  private final Sampler sampler;
  private final IdGenerator ids;
  private final Supplier<SpanLimits> limits;

  TracerParts(SdkTracerProviderBuilder builder) {
    processors = new ArrayList<>(processors(builder));
    sampler = (Sampler) get(SAMPLER, builder);
    ids = (IdGenerator) get(IDS, builder);
    limits = limits(builder);
  }

  /**
   * Guards what is new.
   *
   * @param asOurs what every sampler is behind
   */
  void guard(Extension extension, SdkTracerProviderBuilder builder, UnaryOperator<Sampler> asOurs) {
    List<SpanProcessor> now = processors(builder);
    for (int i = now.size() - 1; i >= 0; i--) {
      SpanProcessor processor = now.get(i);
      if (isNew(processor)) {
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
    Sampler chosen = (Sampler) get(SAMPLER, builder);
    if (chosen != sampler) {
      builder.setSampler(asOurs.apply(new GuardedSampler(extension, chosen, sampler)));
    }
    IdGenerator generator = (IdGenerator) get(IDS, builder);
    if (generator != ids && generator != IdGenerator.random()) {
      builder.setIdGenerator(new GuardedIdGenerator(extension, generator));
    }
    Supplier<SpanLimits> limiting = limits(builder);
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

  private boolean isNew(SpanProcessor processor) {
    for (SpanProcessor known : processors) {
      if (known == processor) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private static List<SpanProcessor> processors(SdkTracerProviderBuilder builder) {
    return (List<SpanProcessor>) get(PROCESSORS, builder);
  }

  @SuppressWarnings("unchecked")
  private static Supplier<SpanLimits> limits(SdkTracerProviderBuilder builder) {
    return (Supplier<SpanLimits>) get(LIMITS, builder);
  }

  private static Field field(String name) {
    try {
      Field field = SdkTracerProviderBuilder.class.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("another version of the SDK than the agent's", e);
    }
  }

  private static Object get(Field field, SdkTracerProviderBuilder builder) {
    try {
      return field.get(builder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
