package dev.gossamer.instrumentation.nettycommon;

/** Tells what callers of Netty made from what Netty, or this agent, made by itself. */
final class Callers {
  private static final ClassValue<Boolean> MADE =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return !type.getName().startsWith("io.netty.")
              && type.getClassLoader() != Callers.class.getClassLoader();
        }
      };

  private Callers() {}

  static boolean made(Object task) {
    return MADE.get(task.getClass());
  }
}
