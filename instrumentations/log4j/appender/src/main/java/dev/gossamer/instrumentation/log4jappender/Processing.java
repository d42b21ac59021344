package dev.gossamer.instrumentation.log4jappender;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.logging.LogRecords;
import io.opentelemetry.context.Context;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.async.RingBufferLogEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way through the configurations of its logger and the parents. Only the first of
 * them makes a record; events that an appender logs meanwhile are others. Immutable.
 */
final class Processing {
  /** Where an event of the ring buffer was logged: a context, or {@link #BY_AGENT}. */
  private static final ObjectState<RingBufferLogEvent, Object> ORIGINS = new ObjectState<>();

  private static final Object BY_AGENT = new Object();

  /**
   * The event that the thread is at. An array, as a thread outlives the application: it must not
   * keep a class of this loader.
   */
  private static final ThreadLocal<@Nullable Object[]> CURRENT = new ThreadLocal<>();

  private static final Processing OUTERMOST = new Processing(null);

  private final @Nullable Object outer;

  private Processing(@Nullable Object outer) {
    this.outer = outer;
  }

  /** The thread that logs has filled in the event; another one will process it. */
  static void filledIn(RingBufferLogEvent event) {
    ORIGINS.set(event, LogRecords.isExporting() ? BY_AGENT : Context.current());
  }

  /**
   * Exports the event if this is the first that is seen of it.
   *
   * @param appenders which kind of them gets it; asynchronous ones get it after the others
   * @return null for an event that has been here before
   */
  static @Nullable Processing begin(LogEvent event, @Nullable Object appenders) {
    if (appenders instanceof Enum && ((Enum<?>) appenders).name().equals("ASYNCHRONOUS_ONLY")) {
      return null;
    }
    @Nullable Object[] current = CURRENT.get();
    if (current == null) {
      current = new Object[1];
      CURRENT.set(current);
    }
    Object outer = current[0];
    if (outer == event) {
      return null;
    }
    current[0] = event;
    Object origin =
        event instanceof RingBufferLogEvent ? ORIGINS.take((RingBufferLogEvent) event) : null;
    if (origin != BY_AGENT) {
      LogRecords.emit(event, Log4jEvents.ADAPTER, (Context) origin);
    }
    return outer == null ? OUTERMOST : new Processing(outer);
  }

  void end() {
    @Nullable Object[] current = CURRENT.get();
    if (current != null) {
      current[0] = outer;
    }
  }
}
