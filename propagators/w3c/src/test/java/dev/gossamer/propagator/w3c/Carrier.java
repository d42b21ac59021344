package dev.gossamer.propagator.w3c;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers as an HTTP request has them: names without case, values repeated. */
final class Carrier {
  static final TextMapSetter<Carrier> SETTER =
      (carrier, name, value) -> carrier.headers.put(name, new ArrayList<>(List.of(value)));

  static final TextMapGetter<Carrier> GETTER =
      new TextMapGetter<>() {
        @Override
        public @Nullable String get(@Nullable Carrier carrier, String name) {
          throw new AssertionError("asked for one value of " + name);
        }

        @Override
        public Iterator<String> getAll(@Nullable Carrier carrier, String name) {
          return carrier == null
              ? Collections.emptyIterator()
              : carrier.headers.getOrDefault(name, List.of()).iterator();
        }
      };

  final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Carrier add(String name, String value) {
    headers.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    return this;
  }

  /** The only value of the header, or null. */
  @Nullable String value(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }
}
