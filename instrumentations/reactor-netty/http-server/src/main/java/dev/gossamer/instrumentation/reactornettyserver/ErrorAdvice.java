package dev.gossamer.instrumentation.reactornettyserver;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.http.HttpServerSpan;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

/** What the application gave for an answer failed; where nobody hears it, that is no news. */
final class ErrorAdvice {
  private ErrorAdvice() {}

  @Enter
  static void enter(@This Connection operations, @Argument(0) @Nullable Throwable thrown) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && thrown != null && operations.channel().isActive()) {
      span.failed(thrown);
    }
  }
}
