package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.ObjectState;
import io.netty.channel.Channel;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.asynchttpclient.exception.RemotelyClosedException;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.asynchttpclient.netty.request.NettyRequest;
import org.jspecify.annotations.Nullable;

/**
 * What an application asked for, kept with its future: the context in which it did, and the sends
 * that it takes, one after the other. Thread-safe; does not refer to its future.
 */
final class Exchange {
  private static final ObjectState<NettyResponseFuture<?>, Exchange> EXCHANGES =
      new ObjectState<>();

  private final Context caller = Context.current();
  private @Nullable Send current;
  private int sends;
  private boolean over;

  private Exchange() {}

  /** The application asks, on the current thread. */
  static void asked(NettyResponseFuture<?> future) {
    EXCHANGES.set(future, new Exchange());
  }

  static @Nullable Exchange of(@Nullable NettyResponseFuture<?> future) {
    return future == null ? null : EXCHANGES.get(future);
  }

  /** Where the application's own code belongs. */
  Scope makeCallerCurrent() {
    return caller.makeCurrent();
  }

  /** The client sets about sending what it has prepared, or goes on with it. */
  synchronized void begin(NettyResponseFuture<?> future) {
    NettyRequest prepared = future.getNettyRequest();
    if (over || prepared == null) {
      return;
    }
    Send before = current;
    if (before != null) {
      if (before.isFor(prepared) || before.goesOnAs(prepared)) {
        return;
      }
      Throwable why = future.pendingException;
      before.broken(why == null ? RemotelyClosedException.INSTANCE : why);
    }
    current = Send.start(caller, future.getCurrentRequest(), prepared, sends++);
  }

  /** What is prepared is about to be written to a connection, for the first time or once more. */
  synchronized void write(NettyResponseFuture<?> future, Channel channel) {
    begin(future);
    Send send = current;
    if (send != null && !over) {
      send.write(channel);
    }
  }

  /** The send whose answer comes in, or null. */
  synchronized @Nullable Send answering() {
    return current;
  }

  /** The application gets the answer now, or got as much of it as it wanted. */
  synchronized void done() {
    over = true;
    if (current != null) {
      current.end(null);
    }
  }

  /** The application gets an exception. */
  synchronized void fail(NettyResponseFuture<?> future, Throwable thrown) {
    begin(future);
    over = true;
    if (current != null) {
      current.end(thrown);
    }
  }

  /** The application wants no answer any more. */
  synchronized void cancel() {
    over = true;
    if (current != null) {
      current.cancel();
    }
  }
}
