package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import io.opentelemetry.context.Context;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/** Has the application's callback called in the context of the call. */
final class CallbackAdvice {
  private CallbackAdvice() {}

  @ReplaceArgument(5)
  static <T> @Nullable FutureCallback<T> callback(
      @Argument(5) @Nullable FutureCallback<T> callback) {
    Context caller = Context.current();
    return callback == null || caller == Context.root()
        ? callback
        : new CallerCallback<>(callback, caller);
  }
}
