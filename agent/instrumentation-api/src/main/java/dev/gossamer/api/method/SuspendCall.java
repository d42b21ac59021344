package dev.gossamer.api.method;

import org.jspecify.annotations.Nullable;

/** One call of a suspend function, from its beginning to its end, on whichever threads. */
public interface SuspendCall {
  /** Its span; null when it has none. */
  @Nullable MethodSpan span();
}
