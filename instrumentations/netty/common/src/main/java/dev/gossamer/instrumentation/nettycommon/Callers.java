package dev.gossamer.instrumentation.nettycommon;

/** Tells what callers of Netty made from what Netty, or this agent, made by itself. */
final class Callers {
  private Callers() {}

  static boolean made(Object task) {
    Class<?> type = task.getClass();
    return !type.getName().startsWith("io.netty.")
        && type.getClassLoader() != Callers.class.getClassLoader();
  }
}
