package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Before 3.4: an engine is made for each send, with the request that it is going to send. */
final class NewEngineAdvice {
  private NewEngineAdvice() {}

  @Exit
  static void exit(@Argument(1) @Nullable Request request) {
    Sends sends = Sends.current();
    if (sends != null && request != null) {
      sends.next(request);
    }
  }
}
