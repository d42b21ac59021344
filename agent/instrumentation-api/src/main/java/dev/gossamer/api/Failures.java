package dev.gossamer.api;

import dev.gossamer.config.AgentLog;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what went wrong in the agent's own code while an application was running through it. The
 * engine guards every advice method by itself; code of an instrumentation that the application
 * calls later (a callback, an iterator) catches and notes here. Thread-safe, never throws.
 */
public final class Failures {
  private static final ConcurrentHashMap<String, AtomicLong> COUNTS = new ConcurrentHashMap<>();

  private Failures() {}

  /**
   * One more failure; the first of an instrumentation is printed.
   *
   * @param instrumentation its name, as in its descriptor
   */
  public static long note(String instrumentation, Throwable failure) {
    return note("instrumentation ", instrumentation, failure);
  }

  /**
   * The same of an extension.
   *
   * @param extension name of its file
   */
  public static long noteExtension(String extension, Throwable failure) {
    return note("extension ", extension, failure);
  }

  private static long note(String kind, String name, Throwable failure) {
    try {
      AtomicLong count = COUNTS.get(name);
      if (count == null) {
        AtomicLong created = new AtomicLong();
        AtomicLong there = COUNTS.putIfAbsent(name, created);
        count = there == null ? created : there;
      }
      long failures = count.incrementAndGet();
      if (failures == 1) {
        AgentLog.warn(
            kind
                + name
                + " failed: "
                + failure
                + "; the application is not affected, some of its telemetry may be missing."
                + " OTEL_JAVAAGENT_DEBUG=true shows where");
      }
      if (AgentLog.isDebug()) {
        AgentLog.debug(kind + name + " failed", failure);
      }
      return failures;
    } catch (Throwable worse) {
      return 1;
    }
  }

  /** How often the instrumentation failed. */
  public static long count(String instrumentation) {
    AtomicLong count = COUNTS.get(instrumentation);
    return count == null ? 0 : count.get();
  }
}
