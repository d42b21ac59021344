package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Thrown;
import org.jspecify.annotations.Nullable;

/** Around the step that retries and follows redirects. */
final class FollowUpAdvice {
  private FollowUpAdvice() {}

  @Exit
  static void exit(@Thrown @Nullable Throwable thrown) {
    Sends sends = Sends.current();
    if (sends != null) {
      sends.followed(thrown);
    }
  }
}
