package dev.gossamer.instrumentation.opentelemetryreactor;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The application wants a Flux to be subscribed to in a context. */
final class RunFluxAdvice {
  private RunFluxAdvice() {}

  @Exit
  static @Nullable Flux<?> exit(
      @Argument(1) @Nullable Context context, @Returned @Nullable Flux<?> returned) {
    return context == null || returned == null ? returned : new FluxInContext<>(returned, context);
  }
}
