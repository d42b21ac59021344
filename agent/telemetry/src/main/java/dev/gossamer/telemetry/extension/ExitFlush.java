package dev.gossamer.telemetry.extension;

import dev.gossamer.config.AgentLog;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Flushes what extensions brought when the JVM ends, beside the agent's own exports, and holds the
 * end up for two seconds at most, whatever their code does.
 */
final class ExitFlush implements Runnable {
  private static final long MOST_MILLIS = 2000;

  private final List<Supplier<CompletableResultCode>> flushes = new CopyOnWriteArrayList<>();

  /** Adds what is to be flushed. Any thread. */
  void add(Supplier<CompletableResultCode> flush) {
    flushes.add(flush);
  }

  /** Has it run when the JVM ends; does nothing if that is what it is doing already. */
  void register() {
    try {
      Runtime.getRuntime().addShutdownHook(thread(this::flushOnTime, "gossamer-extensions"));
    } catch (IllegalStateException | SecurityException e) {
      AgentLog.debug("extensions are not flushed at the end of the JVM", e);
    }
  }

  private static Thread thread(Runnable code, String name) {
    Thread thread = new Thread(null, code, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  private void flushOnTime() {
    Thread flushing = thread(this, "gossamer-extensions-flush");
    flushing.start();
    try {
      flushing.join(MOST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    List<CompletableResultCode> results = new ArrayList<>();
    for (Supplier<CompletableResultCode> flush : flushes) {
      try {
        results.add(flush.get());
      } catch (Throwable failure) {
        AgentLog.debug("an extension could not be flushed", failure);
      }
    }
    CompletableResultCode.ofAll(results).join(MOST_MILLIS, TimeUnit.MILLISECONDS);
  }
}
