package dev.gossamer.api.logging;

import dev.gossamer.api.Failures;
import dev.gossamer.config.SdkOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The application's log events as OTLP log records (specification: Logs Data Model). Never waits:
 * what is logged before telemetry has started is kept, up to a bound. Thread-safe; never throws.
 */
public final class LogRecords {
  /** An event whose texts log events, whose texts log events: so deep, and no deeper. */
  private static final int DEEPEST = 8;

  private static final boolean ENABLED = SdkOptions.exportsLogs(Settings.current());

  private static final ThreadLocal<int[]> DEPTH = new ThreadLocal<>();

  private LogRecords() {}

  /** Whether anybody gets them; constant, so that nothing remains of what asks it. */
  public static boolean isEnabled() {
    return ENABLED;
  }

  /**
   * Whether this is one of the agent's threads: what a library logs while it exports would be
   * exported in turn, and so on for ever.
   */
  public static boolean isExporting() {
    return Thread.currentThread().getName().startsWith("gossamer-");
  }

  /**
   * Exports one event, unless nobody gets any.
   *
   * @param context in which it was logged; null for the current one
   */
  public static <E> void emit(E event, LogAdapter<E> adapter, @Nullable Context context) {
    if (!ENABLED || isExporting()) {
      return;
    }
    int[] depth = DEPTH.get();
    if (depth == null) {
      depth = new int[1];
      DEPTH.set(depth);
    }
    try {
      if (++depth[0] > DEEPEST) {
        throw new IllegalStateException("log events within log events, " + DEEPEST + " deep");
      }
      LogRecordBuilder record =
          LogDelivery.record(adapter.instrumentation(), adapter.logger(event));
      if (record != null) {
        if (context != null) {
          record.setContext(context);
        }
        LoggedEvent.read(event, adapter, record);
        record.emit();
      }
    } catch (Throwable failure) {
      Failures.note(adapter.instrumentation(), failure);
    } finally {
      depth[0]--;
    }
  }
}
