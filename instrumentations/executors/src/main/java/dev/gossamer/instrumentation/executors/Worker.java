package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A pool's thread: it has no context of its own, only that of the task it runs. */
final class Worker {
  private @Nullable Scope scope;

  Worker() {
    if (Telemetry.isAttached()) {
      EarlierLoop.isNotThisThread();
    }
  }

  void before(Runnable task) {
    // A FutureTask enters its context by itself, in whatever pool it runs.
    Context context = task instanceof FutureTask ? null : TaskContext.next(task);
    if (context != null) {
      scope = context.makeCurrent();
    } else {
      clean();
    }
  }

  void after() {
    Scope opened = scope;
    if (opened != null) {
      scope = null;
      opened.close();
    }
    clean();
  }

  /** What an earlier task left open must not become the parent of the next one. */
  static void clean() {
    if (Context.current() != Context.root()) {
      Context.root().makeCurrent();
    }
  }
}
