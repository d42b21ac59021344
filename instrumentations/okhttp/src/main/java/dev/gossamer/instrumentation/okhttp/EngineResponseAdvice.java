package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Before 3.4: the headers of an answer are read. */
final class EngineResponseAdvice {
  private EngineResponseAdvice() {}

  @Exit
  static void exit(@Returned @Nullable Response response) {
    Sends sends = Sends.current();
    if (sends != null && response != null) {
      sends.answered(response);
    }
  }
}
