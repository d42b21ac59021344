package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Gets a batch to the collector, or gives up at its deadline: reuses the connection, replaces a
 * stale one, retries what the OTLP specification says may be retried. Batches of several threads
 * wait for each other, within their deadlines.
 */
final class SendLoop<A extends Answer> implements OtlpClient {

  /** What a collector may ask for where the timeout says "no limit". */
  private static final long MAX_WAIT_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Session.Factory<A> factory;
  private final @Nullable Compressor compressor;
  private final @Nullable RetryPolicy policy;
  private final Duration timeout;
  private final Endpoint endpoint;
  private final TransportListener listener;
  private final ReentrantLock turn = new ReentrantLock();
  private final CountDownLatch shutdown = new CountDownLatch(1);

  /** Idle, or null; guarded by {@link #turn}. */
  private @Nullable Session<A> idle;

  SendLoop(
      Session.Factory<A> factory,
      @Nullable Compressor compressor,
      @Nullable RetryPolicy policy,
      Duration timeout,
      Endpoint endpoint,
      TransportListener listener) {
    this.factory = factory;
    this.compressor = compressor;
    this.policy = policy;
    this.timeout = timeout;
    this.endpoint = endpoint;
    this.listener = listener;
  }

  /** Calls exactly one of the two before it returns; what they throw goes to the caller. */
  void send(MessageWriter message, Consumer<? super A> onAnswer, Consumer<Throwable> onError) {
    A answer;
    try {
      answer = exchange(message);
    } catch (Throwable t) {
      onError.accept(t);
      return;
    }
    onAnswer.accept(answer);
  }

  @Override
  public @Nullable Exception send(MessageWriter message) throws IOException {
    return exchange(message).failure();
  }

  private A exchange(MessageWriter message) throws IOException {
    A answer = deliver(message);
    byte[] acceptance = answer.acceptance();
    if (acceptance != null) {
      PartialSuccess.report(acceptance, endpoint, listener);
    }
    return answer;
  }

  /**
   * Ends a wait between attempts and refuses further batches. An attempt under way may finish,
   * since it can be the last batch of the application; its deadline bounds it.
   */
  @Override
  public CompletableResultCode shutdown() {
    shutdown.countDown();
    if (turn.tryLock()) {
      try {
        closeIdle();
      } finally {
        turn.unlock();
      }
    }
    return CompletableResultCode.ofSuccess();
  }

  private A deliver(MessageWriter message) throws IOException {
    Deadline deadline = Deadline.after(timeout);
    if (!takeTurn(deadline)) {
      throw timedOut("an earlier batch is still being sent", null);
    }
    try {
      if (isShutdown()) {
        throw new IOException("the exporter to " + endpoint + " is shut down");
      }
      return deliver(Payload.of(message, compressor), deadline);
    } finally {
      if (isShutdown()) {
        closeIdle();
      }
      turn.unlock();
    }
  }

  private A deliver(Payload payload, Deadline deadline) throws IOException {
    RetrySchedule schedule = new RetrySchedule(policy);
    @Nullable A said = null;
    while (true) {
      @Nullable A answer = null;
      @Nullable IOException failure = null;
      long asked = 0;
      try {
        answer = attempt(payload, deadline);
        if (!answer.isRetryable()) {
          return answer;
        }
        said = answer;
        asked = answer.retryDelayNanos();
      } catch (IOException e) {
        boolean retryable = isRetryable(e);
        if (retryable && deadline.hasPassed()) {
          if (said != null) {
            // What the collector said tells more than that it had no time to say it again.
            return said;
          }
          throw timedOut("no answer", e);
        }
        if (!retryable) {
          throw e;
        }
        failure = e;
      }
      long delay = schedule.nextDelayNanos(asked);
      // A wait that ends after the deadline is not worth starting.
      if (delay == RetrySchedule.GIVE_UP
          || delay >= Math.min(deadline.remainingNanos(), MAX_WAIT_NANOS)
          || awaitShutdown(delay)) {
        if (answer != null) {
          return answer;
        }
        throw failure;
      }
    }
  }

  private A attempt(Payload payload, Deadline deadline) throws IOException {
    Session<A> reused = idle;
    idle = null;
    if (reused != null) {
      if (reused.isReusable()) {
        try {
          return call(reused, payload, deadline);
        } catch (IOException e) {
          // The collector may have hung up just then: that is nobody's failure.
          if (reused.isAnswered() || !isTransient(e) || deadline.hasPassed()) {
            throw e;
          }
        }
      } else {
        reused.close();
      }
    }
    return call(factory.open(deadline), payload, deadline);
  }

  private A call(Session<A> session, Payload payload, Deadline deadline) throws IOException {
    boolean keep = false;
    try {
      A answer = session.call(payload, deadline);
      keep = session.isReusable();
      return answer;
    } finally {
      if (keep) {
        idle = session;
      } else {
        session.close();
      }
    }
  }

  private boolean isRetryable(IOException e) {
    return isTransient(e)
        && (policy == null
            || policy.getRetryExceptionPredicate() == null
            || policy.getRetryExceptionPredicate().test(e));
  }

  /** Whether the same attempt might succeed a moment later. */
  private static boolean isTransient(IOException e) {
    if (e instanceof ProtocolException
        || e instanceof ClosedByInterruptException
        || (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException))) {
      return false;
    }
    if (!(e instanceof SSLException)) {
      return true;
    }
    // A connection cut in the middle is wrapped; a certificate that doesn't fit stays so.
    @Nullable Throwable cause = e.getCause();
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof IOException && !(cause instanceof SSLException)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private IOException timedOut(String what, @Nullable IOException cause) {
    IOException e =
        new SocketTimeoutException(
            what + ": gave up on " + endpoint + " after " + timeout.toMillis() + " ms");
    if (cause != null) {
      e.initCause(cause);
    }
    return e;
  }

  private boolean takeTurn(Deadline deadline) throws InterruptedIOException {
    try {
      return turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private boolean awaitShutdown(long nanos) throws InterruptedIOException {
    try {
      return shutdown.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  private boolean isShutdown() {
    return shutdown.getCount() == 0;
  }

  private void closeIdle() {
    if (idle != null) {
      idle.close();
      idle = null;
    }
  }
}
