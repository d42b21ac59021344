package dev.gossamer.api.method;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** What a suspend function does on one thread until it suspends or is done. */
public final class SuspendRun {
  private final Continuations continuations;
  private final MethodSpan span;
  private final Scope scope;
  private final @Nullable Object continuation;
  private final boolean followed;

  /**
   * @param continuation what the function gets
   * @param followed whether that tells its end
   */
  SuspendRun(
      Continuations continuations,
      MethodSpan span,
      Scope scope,
      @Nullable Object continuation,
      boolean followed) {
    this.continuations = continuations;
    this.span = span;
    this.scope = scope;
    this.continuation = continuation;
    this.followed = followed;
  }

  /** What the function gets as its continuation. */
  public @Nullable Object continuation() {
    return continuation;
  }

  /** The function returned or threw; its span ends now unless it has suspended. Any thread. */
  public void end(@Nullable Object result, @Nullable Throwable thrown) {
    span.leave(scope);
    if (thrown != null || !followed || !continuations.isSuspended(result)) {
      span.finish(thrown);
    }
  }
}
