package dev.gossamer.api.method;

import org.jspecify.annotations.Nullable;

/**
 * What one suspend function's calls are told by: how Kotlin compiles such functions. The
 * implementation has a constructor without parameters and stands beside the application's Kotlin.
 * Thread-safe.
 */
public interface Continuations {
  /**
   * The call that goes on when the function is called with this continuation; null when it is a new
   * call, be it one that the function makes of itself.
   */
  @Nullable SuspendCall resumed(@Nullable Object continuation);

  /**
   * What a new call gets as its continuation in the place of its caller's: it ends the span, then
   * does what the caller's does.
   *
   * @param span null for a call that is to be known again only
   */
  Object following(Object continuation, @Nullable MethodSpan span);

  /** Whether a function that returned this goes on later. */
  boolean isSuspended(@Nullable Object result);
}
