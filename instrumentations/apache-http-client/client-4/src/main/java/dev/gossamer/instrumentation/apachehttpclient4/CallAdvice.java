package dev.gossamer.instrumentation.apachehttpclient4;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import org.jspecify.annotations.Nullable;

/** Around a call of the application. */
final class CallAdvice {
  private CallAdvice() {}

  @Enter
  static Call enter() {
    return Call.begin();
  }

  @Exit
  static void exit(@State @Nullable Call call) {
    if (call != null) {
      call.end();
    }
  }
}
