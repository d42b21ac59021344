package dev.gossamer.instrumentation.opentelemetryannotations;

import static dev.gossamer.api.description.Methods.annotatedWith;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import dev.gossamer.api.description.Methods;
import dev.gossamer.api.method.AsyncResults;
import dev.gossamer.api.method.SuspendFunction;

/** Advises annotated methods of the application; the annotations' classes are not needed. */
public final class OpenTelemetryAnnotationsInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named(Annotations.INSTRUMENTATION, "opentelemetry-extension-annotations")
        .supports("OpenTelemetry instrumentation annotations", "1.16 to 2.x")
        .supports("OpenTelemetry extension annotations", "1.0 to 1.18");
    Methods spans =
        annotatedWith(Annotations.WITH_SPAN).andArgumentsWith(Annotations.SPAN_ATTRIBUTE);
    Methods plainSpans = spans.takesLastOther(SuspendFunction.CONTINUATION);
    it.onTypesWith(Annotations.WITH_SPAN)
        .advise(plainSpans.returnsOther(AsyncResults.types()), WithSpanAdvice.class)
        .advise(plainSpans.returns(AsyncResults.types()), AsyncWithSpanAdvice.class)
        .advise(suspend(spans), SuspendWithSpanAdvice.class);
    Methods attributes =
        annotatedWith(Annotations.ADDING_SPAN_ATTRIBUTES)
            .butNotWith(Annotations.WITH_SPAN)
            .andArgumentsWith(Annotations.SPAN_ATTRIBUTE);
    it.onTypesWith(Annotations.ADDING_SPAN_ATTRIBUTES)
        .advise(
            attributes.takesLastOther(SuspendFunction.CONTINUATION),
            AddingSpanAttributesAdvice.class)
        .advise(suspend(attributes), SuspendAddingSpanAttributesAdvice.class);
  }

  private static Methods suspend(Methods methods) {
    return methods.takesLast(SuspendFunction.CONTINUATION).returns(SuspendFunction.RESULT);
  }
}
