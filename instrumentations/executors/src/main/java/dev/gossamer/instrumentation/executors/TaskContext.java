package dev.gossamer.instrumentation.executors;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The context in which a task was submitted, kept with the task until it runs. Costs one
 * thread-local read where there is no context to keep.
 */
final class TaskContext {
  /** Tasks that are made anew for each submission: one context each. */
  private static final ObjectState<Object, Context> SINGLE = new ObjectState<>();

  /** Tasks that an application may submit again and again: one context for each submission. */
  private static final ObjectState<Object, Submissions> REPEATED = new ObjectState<>();

  private TaskContext() {}

  /** For a task object that is submitted once: the first context counts. */
  static void keep(@Nullable Object task) {
    Context current = Context.current();
    if (task != null && current != Context.root()) {
      SINGLE.setIfAbsent(task, current);
    }
  }

  /** Makes the context of such a task current, or answers null where there is none. */
  static @Nullable Scope enter(Object task) {
    Context context = SINGLE.take(task);
    return context == null ? null : context.makeCurrent();
  }

  /** For any Runnable of an application, maybe one that is pending already. */
  static void add(@Nullable Runnable task) {
    if (task == null) {
      return;
    }
    Context current = Context.current();
    if (current != Context.root()) {
      REPEATED.setIfAbsent(task, new Submissions()).add(current);
      return;
    }
    Submissions pending = REPEATED.get(task);
    if (pending != null) {
      pending.addIfPending(current);
    }
  }

  /** The context of the oldest pending submission of such a task, or null. */
  static @Nullable Context next(Runnable task) {
    Submissions pending = REPEATED.get(task);
    return pending == null ? null : pending.poll();
  }

  /** A submission was taken back. */
  static void forget(Runnable task) {
    SINGLE.take(task);
    Submissions pending = REPEATED.get(task);
    if (pending != null) {
      pending.dropLast();
    }
  }

  /** Contexts in the order of submission. */
  private static final class Submissions {
    private final ArrayDeque<Context> contexts = new ArrayDeque<>(2);

    synchronized void add(Context context) {
      contexts.addLast(context);
    }

    synchronized void addIfPending(Context context) {
      if (!contexts.isEmpty()) {
        contexts.addLast(context);
      }
    }

    synchronized @Nullable Context poll() {
      return contexts.pollFirst();
    }

    synchronized void dropLast() {
      contexts.pollLast();
    }
  }
}
