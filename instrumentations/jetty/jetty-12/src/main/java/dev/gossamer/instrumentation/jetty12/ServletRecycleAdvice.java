package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** A servlet channel is done with its request. */
final class ServletRecycleAdvice {
  private ServletRecycleAdvice() {}

  @Enter
  static void enter(@This Object channel) {
    ServletChannels.recycled(channel);
  }
}
