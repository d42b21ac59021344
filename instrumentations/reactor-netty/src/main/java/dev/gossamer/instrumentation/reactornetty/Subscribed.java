package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSend;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientConfig;

/** A request that somebody subscribed to, through all of its sends, which follow one another. */
final class Subscribed {
  private static final HttpClientTracing<Head, Void> TRACING =
      new HttpClientTracing<>("reactor-netty", new HeadAdapter());

  /** By handlers and observers. */
  private static final ObjectState<Object, Subscribed> REQUESTS = new ObjectState<>();

  /** By what Reactor Netty makes for each send. */
  private static final ObjectState<Object, HttpClientSend> SENDS = new ObjectState<>();

  private final Context caller = Context.current();
  private final HttpClientConfig config;
  private volatile long sinceNanos = System.nanoTime();
  private volatile int resends;
  private volatile @Nullable HttpClientSend send;

  private Subscribed(HttpClientConfig config) {
    this.config = config;
  }

  static void to(Object handler, HttpClientConfig config) {
    REQUESTS.set(handler, new Subscribed(config));
  }

  static void observes(Object observer, Object handler) {
    Subscribed request = REQUESTS.get(handler);
    if (request != null) {
      REQUESTS.set(observer, request);
    }
  }

  static @Nullable Subscribed of(Object handlerOrObserver) {
    return REQUESTS.get(handlerOrObserver);
  }

  /** Null where the caller's context is current already. */
  @Nullable Scope enter() {
    return Context.current() == caller ? null : caller.makeCurrent();
  }

  /** A connection was had: what the application writes to it next is this request. */
  void sendOn(Connection operations) {
    HttpClientSend next = new HttpClientSend(caller, resends);
    send = next;
    SENDS.set(operations, next);
    next.announce(operations.channel());
  }

  /** The application cancelled. */
  static void giveUp(Object operations) {
    HttpClientSend given = SENDS.get(operations);
    if (given != null) {
      given.giveUp();
    }
  }

  /**
   * A send came to its end without an answer for the application.
   *
   * @param handler says what was asked for
   * @param again whether there will be another one
   */
  void failed(Object handler, Throwable thrown, boolean again) {
    HttpClientSend sent = send;
    send = null;
    if (sent != null && !sent.start()) {
      sent.failed(thrown);
      if (again) {
        resends++;
      }
    } else if (!again) {
      Head head = Head.of(handler.toString(), config);
      TRACING.unsent(caller, head, resends, sinceNanos, thrown);
    }
    if (again) {
      sinceNanos = System.nanoTime();
    }
  }
}
