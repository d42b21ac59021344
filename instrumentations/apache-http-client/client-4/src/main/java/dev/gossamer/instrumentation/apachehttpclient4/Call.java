package dev.gossamer.instrumentation.apachehttpclient4;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** One call of the application, for which the client may send several times, all on its thread. */
final class Call {
  private static final ContextKey<Call> KEY = ContextKey.named("gossamer-apache-httpclient-4-call");

  private final Scope scope;
  private int sends;

  /** The send on its way, or null between two. */
  @Nullable Send sending;

  private Call(Context caller) {
    scope = caller.with(KEY, this).makeCurrent();
  }

  static Call begin() {
    return new Call(Context.current());
  }

  /** The call for which the current thread works; null when the client is used in another way. */
  static @Nullable Call current() {
    return Context.current().get(KEY);
  }

  /** 0 for the first send. */
  int nextSend() {
    return sends++;
  }

  void end() {
    scope.close();
  }
}
