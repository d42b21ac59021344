package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.jspecify.annotations.Nullable;

/** A listener is added to a promise. */
final class AddListenerAdvice {
  private AddListenerAdvice() {}

  @Enter
  static void enter(@This Object promise, @Argument(0) @Nullable Object listener) {
    if (listener != null) {
      ListenerContexts.add(promise, listener);
    }
  }
}
