package dev.gossamer.api.logging;

import dev.gossamer.api.Failures;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A log event of the application's, with nothing of the application's in it but texts. One thread
 * at a time.
 */
public final class LoggedEvent {
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  final String logger;
  private final String instrumentation;
  private final long epochNanos;
  private final Severity severity;
  private final @Nullable String severityText;
  private final @Nullable String body;

  /** The context it was logged in; null for the one that is current when it is sent. */
  private @Nullable Context context;

  /** When it was seen, if that is earlier than when it is sent; else 0. */
  private long observedMillis;

  /** Keys and values in turn; most events have none. */
  private @Nullable List<Object> attributes;

  private LoggedEvent(
      String instrumentation,
      String logger,
      long epochNanos,
      Severity severity,
      @Nullable String severityText,
      @Nullable String body) {
    this.instrumentation = instrumentation;
    this.logger = logger;
    this.epochNanos = epochNanos;
    this.severity = severity;
    this.severityText = severityText;
    this.body = body;
  }

  /** Reads all of it. What the application's code throws meanwhile is counted and left out. */
  static <E> LoggedEvent read(E event, LogAdapter<E> adapter, @Nullable Context context) {
    LoggedEvent read =
        new LoggedEvent(
            adapter.instrumentation(),
            adapter.logger(event),
            adapter.epochNanos(event),
            adapter.severity(event),
            adapter.severityText(event),
            body(event, adapter));
    read.context = context;
    Throwable thrown = adapter.thrown(event);
    if (thrown != null) {
      read.thrown(thrown);
    }
    try {
      adapter.attributes(event, read);
    } catch (Throwable failure) {
      read.failed(failure);
    }
    return read;
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
        add(AttributeKey.stringKey(key), value);
      } else if (value instanceof Boolean) {
        add(AttributeKey.booleanKey(key), value);
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

  void add(AttributeKey<?> key, Object value) {
    List<Object> all = attributes;
    if (all == null) {
      all = new ArrayList<>(8);
      attributes = all;
    }
    all.add(key);
    all.add(value);
  }

  void failed(Throwable failure) {
    Failures.note(instrumentation, failure);
  }

  /** It will be sent later, perhaps by another thread. */
  void keep() {
    if (context == null) {
      context = Context.current();
    }
    observedMillis = System.currentTimeMillis();
  }

  @SuppressWarnings("unchecked")
  void into(LogRecordBuilder record) {
    record.setTimestamp(epochNanos, TimeUnit.NANOSECONDS);
    if (observedMillis != 0) {
      record.setObservedTimestamp(observedMillis, TimeUnit.MILLISECONDS);
    }
    record.setSeverity(severity);
    if (severityText != null) {
      record.setSeverityText(severityText);
    }
    if (body != null) {
      record.setBody(body);
    }
    if (context != null) {
      record.setContext(context);
    }
    List<Object> all = attributes;
    if (all != null) {
      for (int i = 0; i < all.size(); i += 2) {
        record.setAttribute((AttributeKey<Object>) all.get(i), all.get(i + 1));
      }
    }
  }
}
