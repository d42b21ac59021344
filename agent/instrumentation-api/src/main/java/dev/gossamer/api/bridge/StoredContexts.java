package dev.gossamer.api.bridge;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Contexts that an application puts into a map of a library's by itself, such as Reactor's {@code
 * ContextView}. Whoever follows that library's calls looks for them there. Thread-safe.
 */
public final class StoredContexts {
  /** The key of the map's entry. */
  public static final String KEY = "dev.gossamer.context";

  private static volatile boolean used;

  private StoredContexts() {}

  /** Whether there may be such an entry anywhere: asked before any is looked for. */
  public static boolean isUsed() {
    return used;
  }

  /** What is to be put under the key: the agent's current context. */
  public static Object current() {
    used = true;
    return Context.current();
  }

  /**
   * Makes a context current until the returned is closed.
   *
   * @param context of {@link #current}
   */
  public static AutoCloseable attach(Object context) {
    return ((Context) context).makeCurrent();
  }

  /** The entry's context; the other one when there is none. */
  public static Context or(@Nullable Object entry, Context other) {
    return entry instanceof Context ? (Context) entry : other;
  }
}
