package dev.gossamer.api.bridge;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of any form, made of the JDK's. */
final class BridgedValues {
  private BridgedValues() {}

  static Value<?> of(@Nullable Object value) {
    if (value == null) {
      return Value.empty();
    }
    if (value instanceof Boolean) {
      return Value.of((Boolean) value);
    }
    if (value instanceof Long) {
      return Value.of((Long) value);
    }
    if (value instanceof Double) {
      return Value.of((Double) value);
    }
    if (value instanceof byte[]) {
      return Value.of((byte[]) value);
    }
    if (value instanceof List) {
      List<Value<?>> values = new ArrayList<>();
      for (Object element : (List<?>) value) {
        values.add(of(element));
      }
      return Value.of(values);
    }
    if (value instanceof Map) {
      List<KeyValue> entries = new ArrayList<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        entries.add(KeyValue.of(String.valueOf(entry.getKey()), of(entry.getValue())));
      }
      return Value.of(entries.toArray(new KeyValue[0]));
    }
    return Value.of(String.valueOf(value));
  }
}
