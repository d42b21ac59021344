package dev.gossamer.api.logging;

import io.opentelemetry.api.logs.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a logging library's event says. Asked on the thread that hands the event over, in this
 * order, each at most once. Implementations are thread-safe and may throw: that costs what was
 * asked for.
 *
 * @param <E> the library's event
 */
public interface LogAdapter<E> {
  /** The instrumentation's name, for what fails. */
  String instrumentation();

  /** The logger's name, which becomes the scope. */
  String logger(E event);

  /** When it was logged, nanoseconds since the epoch. */
  long epochNanos(E event);

  /** The level in the terms of the Logs Data Model. */
  Severity severity(E event);

  /** The level as the library calls it. */
  @Nullable String severityText(E event);

  /** The formatted message; runs the application's code. */
  @Nullable String message(E event);

  /** The message before it is formatted: taken when formatting fails. */
  @Nullable String template(E event);

  /** What was logged with it. */
  @Nullable Throwable thrown(E event);

  /** Adds what else is wanted of it; runs the application's code. */
  void attributes(E event, LoggedEvent to);
}
