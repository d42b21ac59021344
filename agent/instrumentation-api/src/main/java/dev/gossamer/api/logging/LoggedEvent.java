package dev.gossamer.api.logging;

import dev.gossamer.api.Failures;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a log event of the application's while it is read: nothing of the application's
 * goes into the record but texts. One thread.
 */
public final class LoggedEvent {
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private final String instrumentation;
  private final LogRecordBuilder record;

  private LoggedEvent(String instrumentation, LogRecordBuilder record) {
    this.instrumentation = instrumentation;
    this.record = record;
  }

  /** Reads all of it. What the application's code throws meanwhile is counted and left out. */
  static <E> void read(E event, LogAdapter<E> adapter, LogRecordBuilder record) {
    record.setTimestamp(adapter.epochNanos(event), TimeUnit.NANOSECONDS);
    record.setSeverity(adapter.severity(event));
    String level = adapter.severityText(event);
    if (level != null) {
      record.setSeverityText(level);
    }
    String text = body(event, adapter);
    if (text != null) {
      record.setBody(text);
    }
    LoggedEvent to = new LoggedEvent(adapter.instrumentation(), record);
    Throwable thrown = adapter.thrown(event);
    if (thrown != null) {
      to.thrown(thrown);
    }
    try {
      adapter.attributes(event, to);
    } catch (Throwable failure) {
      to.failed(failure);
    }
  }

  private static <E> @Nullable String body(E event, LogAdapter<E> adapter) {
    try {
      return adapter.message(event);
    } catch (Throwable failure) {
      Failures.note(adapter.instrumentation(), failure);
      return adapter.template(event);
    }
  }

  private void thrown(Throwable thrown) {
    add(EXCEPTION_TYPE, thrown.getClass().getName());
    try {
      String message = thrown.getMessage();
      if (message != null) {
        add(EXCEPTION_MESSAGE, message);
      }
    } catch (Throwable failure) {
      failed(failure);
    }
    add(EXCEPTION_STACKTRACE, stackTrace(thrown));
  }

  private String stackTrace(Throwable thrown) {
    try {
      StringWriter text = new StringWriter(1024);
      thrown.printStackTrace(new PrintWriter(text));
      return text.toString();
    } catch (Throwable failure) {
      failed(failure);
      StringBuilder frames = new StringBuilder(thrown.getClass().getName());
      for (StackTraceElement frame : thrown.getStackTrace()) {
        frames.append(System.lineSeparator()).append("\tat ").append(frame);
      }
      return frames.toString();
    }
  }

  /** Adds an attribute; what is no number and no truth value is added as its text. */
  public void attribute(@Nullable String key, @Nullable Object value) {
    if (key == null || value == null) {
      return;
    }
    try {
      if (value instanceof String) {
        add(AttributeKey.stringKey(key), (String) value);
      } else if (value instanceof Boolean) {
        add(AttributeKey.booleanKey(key), (Boolean) value);
      } else if (value instanceof Double || value instanceof Float) {
        add(AttributeKey.doubleKey(key), ((Number) value).doubleValue());
      } else if (value instanceof Long
          || value instanceof Integer
          || value instanceof Short
          || value instanceof Byte) {
        add(AttributeKey.longKey(key), ((Number) value).longValue());
      } else {
        add(AttributeKey.stringKey(key), String.valueOf(value));
      }
    } catch (Throwable failure) {
      failed(failure);
    }
  }

  <T> void add(AttributeKey<T> key, T value) {
    record.setAttribute(key, value);
  }

  private void failed(Throwable failure) {
    Failures.note(instrumentation, failure);
  }
}
