package dev.gossamer.instrumentation.opentelemetryreactor;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The application wants a Mono to be subscribed to in a context. */
final class RunMonoAdvice {
  private RunMonoAdvice() {}

  @Exit
  static @Nullable Mono<?> exit(
      @Argument(1) @Nullable Context context, @Returned @Nullable Mono<?> returned) {
    return context == null || returned == null ? returned : new MonoInContext<>(returned, context);
  }
}
