package dev.gossamer.instrumentation.logback;

import dev.gossamer.api.logging.LogContext;
import io.opentelemetry.api.trace.SpanContext;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The MDC of an event and, beside it, its span. Logback asks each event for its properties, most
 * patterns for one of them or none: the entries are put into a map when somebody goes through them,
 * changes them or writes them to a stream.
 */
final class EventProperties extends AbstractMap<String, String> implements Serializable {
  private static final long serialVersionUID = 1;

  final transient SpanContext span;
  final transient @Nullable Map<String, String> own;

  /** Volatile, because several appenders' threads may read an event. */
  private transient volatile @Nullable Map<String, String> joined;

  EventProperties(SpanContext span, @Nullable Map<String, String> own) {
    this.span = span;
    this.own = own;
  }

  private Map<String, String> joined() {
    Map<String, String> all = joined;
    if (all == null) {
      all = own == null ? new HashMap<>() : new HashMap<>(own);
      LogContext.join(span, all);
      joined = all;
    }
    return all;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    Map<String, String> all = joined;
    if (all != null) {
      return all.get(key);
    }
    String value = own == null ? null : own.get(key);
    return value == null && key instanceof String ? LogContext.value(span, (String) key) : value;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return joined().containsKey(key);
  }

  @Override
  public @Nullable String put(String key, String value) {
    return joined().put(key, value);
  }

  /** The span's are always there. */
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return joined().entrySet();
  }

  /** Who reads the stream knows nothing of this class. */
  private Object writeReplace() {
    return new HashMap<>(joined());
  }
}
