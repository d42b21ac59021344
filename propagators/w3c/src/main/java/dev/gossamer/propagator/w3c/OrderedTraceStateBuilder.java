package dev.gossamer.propagator.w3c;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a trace state as W3C Trace Context, section 3.5, allows it: what is added or updated goes
 * to the front, and what no longer fits falls off the end.
 */
final class OrderedTraceStateBuilder implements TraceStateBuilder {
  private final List<String> pairs = new ArrayList<>();

  OrderedTraceStateBuilder(String[] pairs) {
    for (String text : pairs) {
      this.pairs.add(text);
    }
  }

  @Override
  public TraceStateBuilder put(@Nullable String key, @Nullable String value) {
    if (key == null
        || value == null
        || !OrderedTraceState.isKey(key, 0, key.length())
        || !OrderedTraceState.isValue(value, 0, value.length())) {
      return this;
    }
    remove(key);
    if (pairs.size() == 2 * OrderedTraceState.MOST_MEMBERS) {
      pairs.subList(pairs.size() - 2, pairs.size()).clear();
    }
    pairs.add(0, value);
    pairs.add(0, key);
    return this;
  }

  @Override
  public TraceStateBuilder remove(@Nullable String key) {
    for (int i = 0; i < pairs.size(); i += 2) {
      if (pairs.get(i).equals(key)) {
        pairs.subList(i, i + 2).clear();
        break;
      }
    }
    return this;
  }

  @Override
  public TraceState build() {
    return pairs.isEmpty()
        ? TraceState.getDefault()
        : new OrderedTraceState(pairs.toArray(new String[0]), null);
  }
}
