package dev.gossamer.instrumentation.jetty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/** An answer is broken off: by a handler's exception, or because the client is gone. */
final class AbortAdvice {
  private AbortAdvice() {}

  @Enter
  static void enter(@This HttpChannel channel, @Argument(0) @Nullable Throwable failure) {
    Channels.aborted(channel, failure);
  }
}
