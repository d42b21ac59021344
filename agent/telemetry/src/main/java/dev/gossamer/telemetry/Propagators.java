package dev.gossamer.telemetry;

import dev.gossamer.propagator.b3.B3Propagator;
import dev.gossamer.propagator.w3c.BaggagePropagator;
import dev.gossamer.propagator.w3c.TraceContextPropagator;
import dev.gossamer.telemetry.extension.Extensions;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.extension.trace.propagation.JaegerPropagator;
import io.opentelemetry.extension.trace.propagation.OtTracePropagator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configured propagators as one. Classes of those that are not configured are not loaded. */
final class Propagators {
  private Propagators() {}

  static TextMapPropagator of(List<String> names, @Nullable Extensions extensions) {
    List<TextMapPropagator> propagators = new ArrayList<>(names.size());
    for (String name : names) {
      propagators.add(
          extensions == null
              ? propagator(name, null)
              : extensions.customized(propagator(name, extensions)));
    }
    return TextMapPropagator.composite(propagators);
  }

  private static TextMapPropagator propagator(String name, @Nullable Extensions extensions) {
    switch (name) {
      case "tracecontext":
        return TraceContextPropagator.instance();
      case "baggage":
        return BaggagePropagator.instance();
      case "b3":
        return B3Propagator.single();
      case "b3multi":
        return B3Propagator.multi();
      case "jaeger":
        return JaegerPropagator.getInstance();
      case "ottrace":
        return OtTracePropagator.getInstance();
      case "xray":
        return XrayPropagator.instance();
      default:
        return extensions == null ? TextMapPropagator.noop() : extensions.propagator(name);
    }
  }
}
