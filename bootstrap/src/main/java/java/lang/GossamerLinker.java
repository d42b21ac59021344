package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The agent behind {@link GossamerDispatcher}. Implemented once, by the engine, in the agent's own
 * class loader. Thread-safe.
 */
public interface GossamerLinker {
  /**
   * Starts the agent; called once, before any other method.
   *
   * @param instrumentation the JVM's {@code java.lang.instrument.Instrumentation}; an Object,
   *     because this package's module does not read that one
   * @param enteredNanos {@link System#nanoTime} when the agent was entered
   * @param launched whether a Java main class is known to follow; false for {@code java -version}
   *     and for JVMs created through JNI
   * @param attached whether the application runs already
   */
  void start(Object instrumentation, long enteredNanos, boolean launched, boolean attached);

  /** See {@link GossamerDispatcher#linkDescribed}; null when there is nothing to link to. */
  CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int hook, String method);

  /** See {@link GossamerDispatcher#call}. */
  Object call(int hook, int loader, Object[] arguments);
}
