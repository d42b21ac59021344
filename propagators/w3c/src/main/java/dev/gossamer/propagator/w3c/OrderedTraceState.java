package dev.gossamer.propagator.w3c;

import dev.gossamer.api.propagation.Headers;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of a {@code tracestate}, in their order, by the grammar of level 2, which the API's
 * own trace state does not know.
 *
 * <p>Immutable, never empty: {@link TraceState#getDefault()} is the empty one.
 *
 * <p>Source: W3C Trace Context, level 2, section 3.3.
 */
final class OrderedTraceState implements TraceState {
  static final int MOST_MEMBERS = 32;

  /** Twice what 32 of the longest members take: the rest can only be white space. */
  static final int LONGEST_HEADER = 32 * 1024;

  private static final int LONGEST_KEY = 256;
  private static final int LONGEST_VALUE = 256;

  /** Keys at even, values at odd indices. */
  private final String[] pairs;

  private @Nullable String header;

  OrderedTraceState(String[] pairs, @Nullable String header) {
    this.pairs = pairs;
    this.header = header;
  }

  /** Reads a combined header; the empty state when any member is wrong or there are too many. */
  static TraceState parse(String header) {
    int length = header.length();
    if (length > LONGEST_HEADER) {
      return TraceState.getDefault();
    }
    String[] pairs = new String[8];
    int used = 0;
    int members = 0;
    boolean canonical = true;
    for (int from = 0; from <= length; ) {
      int comma = header.indexOf(',', from);
      int to = comma < 0 ? length : comma;
      int start = Headers.skipSpace(header, from, to);
      int end = Headers.trimSpace(header, start, to);
      canonical &= start == from && end == to && start < end;
      if (start < end) {
        int equals = header.indexOf('=', start);
        if (++members > MOST_MEMBERS
            || equals < 0
            || equals > end
            || !isKey(header, start, equals)
            || !isValue(header, equals + 1, end)) {
          return TraceState.getDefault();
        }
        String key = header.substring(start, equals);
        if (find(pairs, used, key) < 0) {
          if (used == pairs.length) {
            pairs = Arrays.copyOf(pairs, used * 2);
          }
          pairs[used++] = key;
          pairs[used++] = header.substring(equals + 1, end);
        } else {
          canonical = false;
        }
      }
      from = to + 1;
    }
    if (used == 0) {
      return TraceState.getDefault();
    }
    return new OrderedTraceState(Arrays.copyOf(pairs, used), canonical ? header : null);
  }

  /** What to send for any trace state; may be empty. */
  static String header(TraceState state) {
    if (state instanceof OrderedTraceState) {
      return ((OrderedTraceState) state).header();
    }
    Writer writer = new Writer();
    state.forEach(writer);
    return writer.header.toString();
  }

  private String header() {
    String header = this.header;
    if (header == null) {
      Writer writer = new Writer();
      forEach(writer);
      header = writer.header.toString();
      this.header = header;
    }
    return header;
  }

  static boolean isKey(String text, int from, int to) {
    if (to <= from || to - from > LONGEST_KEY || !isKeyStart(text.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (!isKeyStart(c) && c != '_' && c != '-' && c != '*' && c != '/' && c != '@') {
        return false;
      }
    }
    return true;
  }

  private static boolean isKeyStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  static boolean isValue(String text, int from, int to) {
    if (to <= from || to - from > LONGEST_VALUE || text.charAt(to - 1) == ' ') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == ',' || c == '=') {
        return false;
      }
    }
    return true;
  }

  /** The index of the key among the first pairs, negative when it is not there. */
  static int find(@Nullable String[] pairs, int used, String key) {
    for (int i = 0; i < used; i += 2) {
      if (key.equals(pairs[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable String get(String key) {
    int index = key == null ? -1 : find(pairs, pairs.length, key);
    return index < 0 ? null : pairs[index + 1];
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public void forEach(BiConsumer<String, String> consumer) {
    if (consumer != null) {
      for (int i = 0; i < pairs.length; i += 2) {
        consumer.accept(pairs[i], pairs[i + 1]);
      }
    }
  }

  @Override
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public TraceStateBuilder toBuilder() {
    return new OrderedTraceStateBuilder(pairs);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OrderedTraceState
        && Arrays.equals(pairs, ((OrderedTraceState) other).pairs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pairs);
  }

  @Override
  public String toString() {
    return header();
  }

  /** Leaves out what another trace state should not have let in, so that no header breaks. */
  private static final class Writer implements BiConsumer<String, String> {
    final StringBuilder header = new StringBuilder(64);
    private int members;

    @Override
    public void accept(String key, String value) {
      if (key == null
          || value == null
          || members == MOST_MEMBERS
          || !isKey(key, 0, key.length())
          || !isValue(value, 0, value.length())) {
        return;
      }
      if (members++ > 0) {
        header.append(',');
      }
      header.append(key).append('=').append(value);
    }
  }
}
