package dev.gossamer.instrumentation.opentelemetryapi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked at each collection. Kept here, beside the application, because the agent
 * keeps it weakly; asked with the class loader that the application had when it asked for that.
 */
final class Callbacks {
  private static final Set<Object> KEPT = ConcurrentHashMap.newKeySet();

  private Callbacks() {}

  static <T> Consumer<T> keep(Consumer<T> callback) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Consumer<T> kept = measurement -> with(loader, () -> callback.accept(measurement));
    KEPT.add(kept);
    return kept;
  }

  static Runnable keep(Runnable callback) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Runnable kept = () -> with(loader, callback);
    KEPT.add(kept);
    return kept;
  }

  static void forget(Object kept) {
    KEPT.remove(kept);
  }

  private static void with(@Nullable ClassLoader loader, Runnable callback) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      callback.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
