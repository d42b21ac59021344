package dev.gossamer.api;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * The mark of a context whose spans nobody wants, such as that of a health check. Neither the span
 * that is started in it nor anything below is recorded, whatever the sampler says; propagation goes
 * on, so that what is called knows it is not sampled either. Thread-safe.
 */
public final class Exclusion {
  private static final ContextKey<Boolean> KEY = ContextKey.named("gossamer-excluded");

  private Exclusion() {}

  /** The context with the mark. */
  public static Context in(Context context) {
    return context.with(KEY, Boolean.TRUE);
  }

  /** Whether the context has the mark. */
  public static boolean covers(Context context) {
    return context.get(KEY) != null;
  }
}
