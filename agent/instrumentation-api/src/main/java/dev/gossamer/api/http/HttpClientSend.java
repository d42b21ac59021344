package dev.gossamer.api.http;

import dev.gossamer.api.ObjectState;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One send of a request, as a client library says it to the instrumentation of the connection
 * below, which makes the span: whatever thread writes the request, and in whatever context. A
 * library that has made it already says so by {@link #start} before it announces the send.
 * Thread-safe.
 */
public final class HttpClientSend {
  private static final ObjectState<Object, HttpClientSend> NEXT = new ObjectState<>();
  private static final AtomicIntegerFieldUpdater<HttpClientSend> STARTED =
      AtomicIntegerFieldUpdater.newUpdater(HttpClientSend.class, "started");

  private final Context caller;
  private final int resendCount;
  private volatile int started;
  private volatile boolean givenUp;
  private volatile @Nullable Throwable failure;

  /**
   * A send that has not begun.
   *
   * @param caller the context of whoever asked for the request
   * @param resendCount 0 for the first send, then 1 and up
   */
  public HttpClientSend(Context caller, int resendCount) {
    this.caller = caller;
    this.resendCount = resendCount;
  }

  /** The next request that is written to the connection is this one. */
  public void announce(Object connection) {
    NEXT.set(connection, this);
  }

  /** Takes what was announced for the request that is being written, or null. */
  public static @Nullable HttpClientSend next(Object connection) {
    return NEXT.take(connection);
  }

  /** Where the span, and what is done with the answer, belong. */
  public Context caller() {
    return caller;
  }

  /** As {@code http.request.resend_count}. */
  public int resendCount() {
    return resendCount;
  }

  /** Said by who makes the span: true the first time, and false from then on. */
  public boolean start() {
    return started == 0 && STARTED.compareAndSet(this, 0, 1);
  }

  /** The application does not want the answer, or the rest of it: what follows is no error. */
  public void giveUp() {
    givenUp = true;
  }

  /** Whether {@link #giveUp} was said. */
  public boolean isGivenUp() {
    return givenUp;
  }

  /** What the library tells the application, if the connection itself does not say why it ended. */
  public void failed(Throwable thrown) {
    failure = thrown;
  }

  /** What {@link #failed} said, or null. */
  public @Nullable Throwable failure() {
    return failure;
  }
}
