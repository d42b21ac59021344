package dev.gossamer.instrumentation.jetty;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/** The header of a request has arrived. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Exit
  static void exit(@This HttpChannel channel, @Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Channels.requested(channel);
    }
  }
}
