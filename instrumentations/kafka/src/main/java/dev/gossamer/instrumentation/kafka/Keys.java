package dev.gossamer.instrumentation.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Keys and headers as text. */
final class Keys {
  private Keys() {}

  /** The key's text form; null for bytes and for objects, whose text would be anything. */
  static @Nullable String text(@Nullable Object key) {
    return key instanceof String || key instanceof Number || key instanceof UUID
        ? key.toString()
        : null;
  }

  static Iterator<String> values(Headers headers, String name) {
    List<String> values = null;
    for (Header header : headers.headers(name)) {
      if (header.value() != null) {
        if (values == null) {
          values = new ArrayList<>(1);
        }
        values.add(new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return values == null ? Collections.<String>emptyIterator() : values.iterator();
  }

  static Iterator<String> names(Headers headers) {
    Set<String> names = new LinkedHashSet<>();
    for (Header header : headers) {
      names.add(header.key());
    }
    return names.iterator();
  }
}
