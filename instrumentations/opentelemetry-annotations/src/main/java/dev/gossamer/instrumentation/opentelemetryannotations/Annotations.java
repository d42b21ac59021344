package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.config.MethodOptions;
import dev.gossamer.config.Settings;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The annotations' names, and what is asked of both kinds of annotated methods. */
final class Annotations {
  static final String INSTRUMENTATION = "opentelemetry-instrumentation-annotations";

  private static final String HERE = "io.opentelemetry.instrumentation.annotations.";
  private static final String EARLIER = "io.opentelemetry.extension.annotations.";

  static final String[] WITH_SPAN = {HERE + "WithSpan", EARLIER + "WithSpan"};
  static final String[] SPAN_ATTRIBUTE = {HERE + "SpanAttribute", EARLIER + "SpanAttribute"};
  static final String ADDING_SPAN_ATTRIBUTES = HERE + "AddingSpanAttributes";

  private static final Map<String, Set<String>> EXCLUDED =
      MethodOptions.from(Settings.current()).excluded();

  private Annotations() {}

  /** Whether the method is to be left alone. */
  static boolean exclude(AdvisedMethod method) {
    Set<String> names = EXCLUDED.get(method.className());
    return names != null && names.contains(method.name());
  }

  /** An element of either annotation; null when not given. */
  static @Nullable String value(AdvisedMethod method, String[] annotations, String element) {
    for (String annotation : annotations) {
      String value = method.value(annotation, element);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
