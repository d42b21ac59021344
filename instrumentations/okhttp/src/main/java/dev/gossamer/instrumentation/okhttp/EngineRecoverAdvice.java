package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Before 3.4: a send failed, and OkHttp considers another one. */
final class EngineRecoverAdvice {
  private EngineRecoverAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable IOException thrown) {
    Sends sends = Sends.current();
    if (sends != null && thrown != null) {
      sends.decided(thrown);
    }
  }
}
