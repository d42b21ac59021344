package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Gets a batch to the collector, or gives up at its deadline: reuses the connection, replaces a
 * stale one, retries what the OTLP specification says may be retried. Batches of several threads
 * wait for each other, within their deadlines.
 */
final class SendLoop implements OtlpClient {

  /** What a collector may ask for where the timeout says "no limit". */
  private static final long MAX_WAIT_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Sessions sessions;
  private final @Nullable Compressor compressor;
  private final @Nullable RetryPolicy policy;
  private final Duration timeout;
  private final TransportListener listener;
  private final ReentrantLock turn = new ReentrantLock();
  private final CountDownLatch shutdown = new CountDownLatch(1);

  /** Idle, or null; guarded by {@link #turn}. */
  private @Nullable Session idle;

  /** Whether the protocol is the right one; guarded by {@link #turn}. */
  private boolean understood;

  /** Whether it is the other one than at first, and nobody was told; guarded by {@link #turn}. */
  private boolean changed;

  SendLoop(
      Sessions sessions,
      @Nullable Compressor compressor,
      @Nullable RetryPolicy policy,
      Duration timeout,
      TransportListener listener) {
    this.sessions = sessions;
    this.compressor = compressor;
    this.policy = policy;
    this.timeout = timeout;
    this.listener = listener;
  }

  @Override
  public @Nullable Exception send(MessageWriter message) throws IOException {
    return exchange(message).failure();
  }

  /** Sends a request and returns what came of it, whatever it is. */
  Answer exchange(MessageWriter message) throws IOException {
    Answer answer = deliver(message);
    byte[] acceptance = answer.acceptance();
    if (acceptance != null) {
      PartialSuccess.report(acceptance, sessions.endpoint(), listener);
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

  private Answer deliver(MessageWriter message) throws IOException {
    Deadline deadline = Deadline.after(timeout);
    if (!takeTurn(deadline)) {
      throw timedOut("an earlier batch is still being sent", null);
    }
    try {
      if (isShutdown()) {
        throw new IOException("the exporter to " + sessions.endpoint() + " is shut down");
      }
      return deliver(Payload.of(message, compressor), deadline);
    } finally {
      if (isShutdown()) {
        closeIdle();
      }
      turn.unlock();
    }
  }

  private Answer deliver(Payload payload, Deadline deadline) throws IOException {
    RetrySchedule schedule = new RetrySchedule(policy);
    @Nullable Answer said = null;
    for (boolean first = true; ; first = false) {
      @Nullable Answer answer = null;
      @Nullable IOException failure = null;
      long asked = 0;
      try {
        answer = attemptInEither(payload, deadline, first);
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

  /**
   * One attempt; a second one in the other protocol where the collector shows that it speaks that,
   * or may, and the user did not choose. What was sent first reached nobody who understood it.
   */
  private Answer attemptInEither(Payload payload, Deadline deadline, boolean first)
      throws IOException {
    Answer answer;
    try {
      answer = attempt(payload, deadline);
    } catch (IOException e) {
      boolean certain = e instanceof WrongProtocolException;
      if (!sessions.isGuess()
          || deadline.hasPassed()
          || !(certain || first && !understood && isSilence(e))) {
        throw explained(e);
      }
      answer = inOtherProtocol(e, certain, payload, deadline);
    }
    understood = true;
    if (changed) {
      changed = false;
      listener.onOtherProtocol(sessions.changed());
    }
    return answer;
  }

  private Answer inOtherProtocol(
      IOException failure, boolean certain, Payload payload, Deadline deadline) throws IOException {
    sessions.change();
    @Nullable Answer answer = null;
    try {
      answer = attempt(payload, deadline);
    } catch (IOException e) {
      if (certain && !(e instanceof WrongProtocolException)) {
        // It is the right one, and fails as it might have at any time.
        changed = !changed;
        throw e;
      }
      failure.addSuppressed(e);
    }
    // Whoever said nothing at all may be anybody: only who takes the batch is the collector.
    if (answer == null || !certain && answer.acceptance() == null) {
      closeIdle();
      sessions.change();
      throw explained(failure);
    }
    changed = !changed;
    return answer;
  }

  /** Whether the other side was there and said nothing that can be understood. */
  private static boolean isSilence(IOException e) {
    return !(e instanceof ConnectException
            || e instanceof NoRouteToHostException
            || e instanceof UnknownHostException
            || e instanceof InterruptedIOException)
        && (e instanceof ProtocolException || isTransient(e));
  }

  private IOException explained(IOException e) {
    return e instanceof WrongProtocolException ? ((WrongProtocolException) e).with(sessions) : e;
  }

  private Answer attempt(Payload payload, Deadline deadline) throws IOException {
    Session reused = idle;
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
    return call(sessions.open(deadline), payload, deadline);
  }

  private Answer call(Session session, Payload payload, Deadline deadline) throws IOException {
    boolean keep = false;
    try {
      Answer answer = session.call(payload, deadline);
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
            what + ": gave up on " + sessions.endpoint() + " after " + timeout.toMillis() + " ms");
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
