package dev.gossamer.instrumentation.jetty;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.eclipse.jetty.server.HttpChannel;

/** A request is over, however it went. */
final class CompletedAdvice {
  private CompletedAdvice() {}

  @Enter
  static void enter(@This HttpChannel channel) {
    Channels.completed(channel);
  }
}
