package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** Before 3.4: the answer is not in the cache, so a connection is opened. */
final class EngineConnectAdvice {
  private EngineConnectAdvice() {}

  @Enter
  static @Nullable Sends enter() {
    Sends sends = Sends.current();
    if (sends != null) {
      sends.beginNext();
    }
    return sends;
  }

  @Exit
  static void exit(@State @Nullable Sends sends, @Thrown @Nullable Throwable thrown) {
    if (sends != null && thrown != null) {
      sends.notConnected(thrown);
    }
  }
}
