package dev.gossamer.instrumentation.executors;

import io.opentelemetry.context.Context;
import java.util.concurrent.FutureTask;

/**
 * Threads of pools whose loop began before the agent was attached. That loop goes on in code that
 * is not woven, for as long as the thread lives; but it asks for each task by a method that is.
 */
final class EarlierLoop {
  private static final ThreadLocal<Boolean> WOVEN = new ThreadLocal<>();

  private EarlierLoop() {}

  /** The current thread's loop is woven. */
  static void isNotThisThread() {
    WOVEN.set(true);
  }

  /** What the thread did before is over. */
  static void asks() {
    if (WOVEN.get() == null) {
      Worker.clean();
    }
  }

  /** It will run this task next; a FutureTask enters its context by itself. */
  static void gets(Runnable task) {
    if (WOVEN.get() == null && !(task instanceof FutureTask)) {
      Context context = TaskContext.next(task);
      if (context != null) {
        context.makeCurrent();
      }
    }
  }
}
