package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.advice.AfterCall;
import dev.gossamer.api.advice.BeforeCall;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Receiver;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Around each task that an event loop runs. It starts from that task's own context, or from none:
 * what an earlier one left open must not become its parent.
 */
final class RunTaskAdvice {
  private RunTaskAdvice() {}

  @BeforeCall(owner = "java.lang.Runnable", name = "run")
  static void before(@Receiver @Nullable Runnable task) {
    Context context = task == null ? null : TaskContexts.next(task);
    enter(context == null ? Context.root() : context);
  }

  @AfterCall(owner = "java.lang.Runnable", name = "run")
  static void after() {
    enter(Context.root());
  }

  @Exit
  static void exit() {
    enter(Context.root());
  }

  private static void enter(Context context) {
    if (Context.current() != context) {
      context.makeCurrent();
    }
  }
}
