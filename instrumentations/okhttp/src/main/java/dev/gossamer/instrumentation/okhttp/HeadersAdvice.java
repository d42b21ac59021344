package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.ReplaceArgument;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request are written. Only what is written carries the context: follow-ups, which
 * OkHttp derives from the request, must not inherit it.
 */
final class HeadersAdvice {
  private HeadersAdvice() {}

  @ReplaceArgument(0)
  static @Nullable Request request(@Argument(0) @Nullable Request request) {
    Sends sends = Sends.current();
    return sends == null || request == null ? request : sends.inject(request);
  }
}
