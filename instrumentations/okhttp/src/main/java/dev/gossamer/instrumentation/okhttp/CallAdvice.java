package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import io.opentelemetry.context.Scope;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Around all that one call does before its callback, interceptors included. */
final class CallAdvice {
  private final Sends sends;
  private final Scope scope;

  private CallAdvice(Sends sends) {
    this.sends = sends;
    scope = sends.makeCurrent();
  }

  @Enter
  static CallAdvice enter(@This Call call) {
    return new CallAdvice(new Sends(call));
  }

  @Exit
  static void exit(@State @Nullable CallAdvice state, @Thrown @Nullable Throwable thrown) {
    if (state != null) {
      state.scope.close();
      state.sends.callEnded(thrown);
    }
  }
}
