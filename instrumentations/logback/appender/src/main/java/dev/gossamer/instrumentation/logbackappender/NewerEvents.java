package dev.gossamer.instrumentation.logbackappender;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.gossamer.api.Failures;
import dev.gossamer.api.logging.LoggedEvent;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events have since Logback 1.3, by handles: 1.2 has none of it. */
final class NewerEvents {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
  private static final @Nullable MethodHandle NANOSECONDS = getter("getNanoseconds", int.class);
  private static final @Nullable MethodHandle PAIRS = getter("getKeyValuePairs", List.class);
  private static final @Nullable MethodHandle KEY = ofPair("key", String.class);
  private static final @Nullable MethodHandle VALUE = ofPair("value", Object.class);

  private NewerEvents() {}

  /** Since the last full second; negative when it is not known. */
  static int nanosOfSecond(ILoggingEvent event) {
    if (NANOSECONDS != null) {
      try {
        return (int) NANOSECONDS.invokeExact(event);
      } catch (Throwable failure) {
        Failures.note("logback-appender", failure);
      }
    }
    return -1;
  }

  /** Adds the pairs of the fluent API. */
  static void pairs(ILoggingEvent event, LoggedEvent to) {
    if (PAIRS == null || KEY == null || VALUE == null) {
      return;
    }
    try {
      List<?> pairs = (List<?>) PAIRS.invokeExact(event);
      if (pairs != null) {
        for (Object pair : pairs) {
          to.attribute((String) KEY.invokeExact(pair), (Object) VALUE.invokeExact(pair));
        }
      }
    } catch (Throwable failure) {
      Failures.note("logback-appender", failure);
    }
  }

  private static @Nullable MethodHandle getter(String name, Class<?> type) {
    try {
      return LOOKUP.findVirtual(ILoggingEvent.class, name, MethodType.methodType(type));
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }

  private static @Nullable MethodHandle ofPair(String field, Class<?> type) {
    try {
      ClassLoader library = ILoggingEvent.class.getClassLoader();
      Class<?> pair = Class.forName("org.slf4j.event.KeyValuePair", false, library);
      return LOOKUP.findGetter(pair, field, type).asType(MethodType.methodType(type, Object.class));
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }
}
