package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of any form, which the API has since 1.42, in types of the JDK. */
final class Values {
  private Values() {}

  static @Nullable Object tree(Object given) {
    if (!(given instanceof Value)) {
      return given;
    }
    Value<?> value = (Value<?>) given;
    switch (value.getType()) {
      case ARRAY:
        List<@Nullable Object> list = new ArrayList<>();
        for (Object element : (List<?>) value.getValue()) {
          list.add(tree(element));
        }
        return list;
      case KEY_VALUE_LIST:
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Object element : (List<?>) value.getValue()) {
          KeyValue entry = (KeyValue) element;
          map.put(entry.getKey(), tree(entry.getValue()));
        }
        return map;
      case BYTES:
        ByteBuffer bytes = (ByteBuffer) value.getValue();
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
      case STRING:
      case BOOLEAN:
      case LONG:
      case DOUBLE:
        return value.getValue();
      default:
        return null;
    }
  }
}
