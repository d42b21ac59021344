package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;

/** A servlet channel, of whatever edition, gets a request to work on. */
final class ServletRequestAdvice {
  private ServletRequestAdvice() {}

  @Enter
  static void enter(@This Object channel) {
    ServletChannels.associated(channel);
  }
}
