package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The contexts in which listeners were added to promises. Netty's own listeners hand results on to
 * other promises, whose listeners have their own; the promise of a connection's end belongs to no
 * request. Neither is kept.
 */
final class ListenerContexts {
  private static final ObjectState<Object, Added> ADDED = new ObjectState<>();

  private static final ClassValue<Boolean> BELONGS_TO_CONNECTION =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getName().equals("io.netty.channel.AbstractChannel$CloseFuture");
        }
      };

  private ListenerContexts() {}

  static void add(Object promise, Object listener) {
    Context current = Context.current();
    if (current == Context.root()
        || !Callers.made(listener)
        || BELONGS_TO_CONNECTION.get(promise.getClass())) {
      return;
    }
    Added added = ADDED.get(promise);
    if (added == null) {
      added = ADDED.setIfAbsent(promise, new Added());
    }
    added.add(listener, current);
  }

  static @Nullable Context take(Object promise, Object listener) {
    Added added = ADDED.get(promise);
    return added == null ? null : added.take(listener);
  }

  /** The listeners of one promise, oldest first. */
  private static final class Added {
    private @Nullable Node first;

    synchronized void add(Object listener, Context context) {
      Node added = new Node(listener, context);
      Node last = first;
      if (last == null) {
        first = added;
        return;
      }
      while (last.next != null) {
        last = last.next;
      }
      last.next = added;
    }

    synchronized @Nullable Context take(Object listener) {
      Node before = null;
      for (Node node = first; node != null; node = node.next) {
        if (node.listener == listener) {
          if (before == null) {
            first = node.next;
          } else {
            before.next = node.next;
          }
          return node.context;
        }
        before = node;
      }
      return null;
    }
  }

  private static final class Node {
    final Object listener;
    final Context context;
    @Nullable Node next;

    Node(Object listener, Context context) {
      this.listener = listener;
      this.context = context;
    }
  }
}
