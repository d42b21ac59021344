package dev.gossamer.testing.app;

import org.jspecify.annotations.Nullable;

/** A logging library as an application uses it. */
public interface LoggerUnderTest {
  /** Logs at the level of this name. */
  void log(String logger, String level, String text, @Nullable Throwable thrown);

  /** Logs {@code text {}} with an argument, at INFO. */
  void logWith(String logger, Object argument);

  /** Logs an event whose text cannot be formatted; unformatted it is {@code template}. */
  void logUnformattable(String logger);

  /** Logs {@code text} with a pair {@code sku=7}, if the library has pairs. */
  void logPair(String logger);

  /** Puts an entry into the thread's logging context. */
  void put(String key, String value);

  /** Takes it out again. */
  void remove(String key);
}
