package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.ArgumentAttributes;
import dev.gossamer.api.method.MethodSpan;
import dev.gossamer.api.method.TracedMethod;
import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/** A method with {@code @WithSpan}. */
final class WithSpanMethod {
  private final @Nullable TracedMethod traced;

  WithSpanMethod(AdvisedMethod method) {
    traced = traced(method);
  }

  /** Null when the user excludes it. */
  static @Nullable TracedMethod traced(AdvisedMethod method) {
    if (Annotations.exclude(method)) {
      return null;
    }
    String kind = Annotations.value(method, Annotations.WITH_SPAN, "kind");
    return new TracedMethod(
        Annotations.INSTRUMENTATION,
        method,
        WithSpanMethod.class.getClassLoader(),
        Annotations.value(method, Annotations.WITH_SPAN, "value"),
        kind == null ? SpanKind.INTERNAL : SpanKind.valueOf(kind),
        !"false".equals(Annotations.value(method, Annotations.WITH_SPAN, "inheritContext")),
        ArgumentAttributes.of(Annotations.INSTRUMENTATION, method, Annotations.SPAN_ATTRIBUTE));
  }

  @Nullable MethodSpan start(@Nullable Object @Nullable [] arguments) {
    return traced == null ? null : traced.start(arguments);
  }
}
