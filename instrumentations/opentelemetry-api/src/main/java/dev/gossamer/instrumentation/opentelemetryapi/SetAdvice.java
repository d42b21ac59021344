package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/** The application sets an OpenTelemetry of its own. */
final class SetAdvice {
  private SetAdvice() {}

  @ReplaceArgument(0)
  static @Nullable OpenTelemetry set(@Argument(0) @Nullable OpenTelemetry own) {
    return own == null ? null : Global.insteadOf(own);
  }
}
