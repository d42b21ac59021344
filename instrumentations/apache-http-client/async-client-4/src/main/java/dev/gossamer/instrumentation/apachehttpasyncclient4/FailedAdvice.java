package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.jspecify.annotations.Nullable;

/** The call failed. */
final class FailedAdvice {
  private FailedAdvice() {}

  @Enter
  static void enter(@This Object handler, @Argument(0) @Nullable Exception thrown) {
    Exchange exchange = thrown == null ? null : Exchange.of(handler);
    if (exchange != null && thrown != null) {
      exchange.failed(thrown);
    }
  }
}
