package dev.gossamer.api.method;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.SemconvOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * One method of the application that is a span: all that is the same for each of its calls
 * (semantic conventions 1.44, code attributes). Immutable, thread-safe.
 */
public final class TracedMethod {
  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.41.0";
  private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");

  /** Names before the stable ones (semantic conventions 1.24). */
  private static final AttributeKey<String> LEGACY_NAMESPACE =
      AttributeKey.stringKey("code.namespace");

  private static final AttributeKey<String> LEGACY_FUNCTION =
      AttributeKey.stringKey("code.function");

  final String instrumentation;
  final @Nullable AsyncResult asyncResult;
  private final Tracer tracer;
  private final String spanName;
  private final SpanKind kind;
  private final boolean inherits;
  private final String function;
  private final @Nullable Attributes legacy;
  private final @Nullable ArgumentAttributes attributes;

  /**
   * A method whose spans are named after it, internal, and below the current one.
   *
   * @param instrumentation its name, as in its descriptor
   * @param instrumentations where what watches a library's results is loaded from
   */
  public TracedMethod(
      String instrumentation, AdvisedMethod method, @Nullable ClassLoader instrumentations) {
    this(instrumentation, method, instrumentations, null, SpanKind.INTERNAL, true, null);
  }

  /**
   * A method whose author says more of its spans.
   *
   * @param spanName null or empty for one made of the method
   * @param inherits whether its spans have the current one as parent; else they are roots
   * @param attributes what is made of its arguments, or null
   */
  public TracedMethod(
      String instrumentation,
      AdvisedMethod method,
      @Nullable ClassLoader instrumentations,
      @Nullable String spanName,
      SpanKind kind,
      boolean inherits,
      @Nullable ArgumentAttributes attributes) {
    this.instrumentation = instrumentation;
    this.kind = kind;
    this.inherits = inherits;
    this.attributes = attributes;
    this.spanName =
        spanName == null || spanName.isEmpty()
            ? method.simpleClassName() + "." + method.name()
            : spanName;
    function = method.className() + "." + method.name();
    legacy =
        SemconvOptions.from(Settings.current()).duplicates("code")
            ? Attributes.of(LEGACY_NAMESPACE, method.className(), LEGACY_FUNCTION, method.name())
            : null;
    asyncResult = AsyncResults.of(method, instrumentation, instrumentations);
    tracer = Telemetry.tracer(instrumentation, SCHEMA_URL);
  }

  /**
   * Starts the span of a call and makes it current.
   *
   * @param arguments those whose parameters are annotated; null for none
   */
  public MethodSpan start(@Nullable Object @Nullable [] arguments) {
    Context parent = inherits ? Context.current() : Context.root();
    SpanBuilder span =
        tracer
            .spanBuilder(spanName)
            .setParent(parent)
            .setSpanKind(kind)
            .setAttribute(FUNCTION, function);
    if (legacy != null) {
      span.setAllAttributes(legacy);
    }
    if (attributes != null && arguments != null) {
      span.setAllAttributes(attributes.of(arguments));
    }
    return MethodSpan.running(this, span.startSpan(), parent);
  }
}
