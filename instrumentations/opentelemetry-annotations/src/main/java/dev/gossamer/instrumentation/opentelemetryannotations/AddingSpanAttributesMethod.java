package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.ArgumentAttributes;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** A method with {@code @AddingSpanAttributes}. */
final class AddingSpanAttributesMethod {
  private final @Nullable ArgumentAttributes attributes;

  AddingSpanAttributesMethod(AdvisedMethod method) {
    attributes =
        Annotations.exclude(method)
            ? null
            : ArgumentAttributes.of(
                Annotations.INSTRUMENTATION, method, Annotations.SPAN_ATTRIBUTE);
  }

  boolean addsNothing() {
    return attributes == null;
  }

  void add(@Nullable Object[] arguments) {
    if (attributes != null) {
      Span current = Span.current();
      if (current.isRecording()) {
        current.setAllAttributes(attributes.of(arguments));
      }
    }
  }
}
