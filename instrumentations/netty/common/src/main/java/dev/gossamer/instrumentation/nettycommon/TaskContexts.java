package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The contexts in which tasks were handed to an event loop, kept with the tasks until they run. */
final class TaskContexts {
  private static final ObjectState<Object, Pending> PENDING = new ObjectState<>();

  private TaskContexts() {}

  /** A task is handed over, maybe one that is pending already. */
  static void add(Runnable task) {
    Context current = Context.current();
    Pending pending = PENDING.get(task);
    if (current == Context.root()) {
      if (pending != null) {
        pending.addIfPending(current);
      }
      return;
    }
    if (pending == null) {
      pending = PENDING.setIfAbsent(task, new Pending());
    }
    pending.add(current);
  }

  /** The context of the oldest hand-over of the task that has not run, or null. */
  static @Nullable Context next(Runnable task) {
    Pending pending = PENDING.get(task);
    return pending == null ? null : pending.poll();
  }

  /** The last hand-over came to nothing. */
  static void forget(Runnable task) {
    Pending pending = PENDING.get(task);
    if (pending != null) {
      pending.dropLast();
    }
  }

  /** Contexts in the order of hand-over; nearly always one. */
  private static final class Pending {
    private @Nullable Context first;
    private @Nullable ArrayDeque<Context> more;

    synchronized void add(Context context) {
      if (first == null) {
        first = context;
        return;
      }
      ArrayDeque<Context> rest = more;
      if (rest == null) {
        rest = new ArrayDeque<>();
        more = rest;
      }
      rest.addLast(context);
    }

    synchronized void addIfPending(Context context) {
      if (first != null) {
        add(context);
      }
    }

    synchronized @Nullable Context poll() {
      Context polled = first;
      first = more == null ? null : more.pollFirst();
      return polled;
    }

    synchronized void dropLast() {
      if (more == null || more.pollLast() == null) {
        first = null;
      }
    }
  }
}
