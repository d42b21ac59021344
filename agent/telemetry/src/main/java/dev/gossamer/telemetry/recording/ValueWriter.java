package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.internal.InternalAttributeKeyImpl;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes attributes as OTLP's {@code KeyValue} and {@code AnyValue}. Not thread-safe. */
final class ValueWriter implements BiConsumer<AttributeKey<?>, Object> {
  private static final int KEY = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int VALUE = 2 << 3 | ProtoBuffer.DELIMITED;

  private static final int STRING = 1 << 3 | ProtoBuffer.DELIMITED;
  private static final int BOOLEAN = 2 << 3 | ProtoBuffer.VARINT;
  private static final int INTEGER = 3 << 3 | ProtoBuffer.VARINT;
  private static final int DOUBLE = 4 << 3 | ProtoBuffer.FIXED64;
  private static final int ARRAY = 5 << 3 | ProtoBuffer.DELIMITED;
  private static final int KEY_VALUES = 6 << 3 | ProtoBuffer.DELIMITED;
  private static final int BYTES = 7 << 3 | ProtoBuffer.DELIMITED;

  /** Of what an array or a list of pairs repeats. */
  private static final int ELEMENT = 1 << 3 | ProtoBuffer.DELIMITED;

  /** How many bytes the tags and lengths around a string take, about. */
  private static final int AROUND = 8;

  private final ProtoBuffer out;
  private int tag;
  private @Nullable KnownAttributes known;

  ValueWriter(ProtoBuffer out) {
    this.out = out;
  }

  /** Each attribute as a message with this tag. */
  void write(int attributeTag, Attributes attributes) {
    tag = attributeTag;
    known = null;
    attributes.forEach(this);
  }

  @Override
  public void accept(AttributeKey<?> key, Object value) {
    KnownAttributes repeated = known;
    if (repeated == null || !KnownAttributes.isShort(value)) {
      write(tag, key, value);
      return;
    }
    int hash = KnownAttributes.hash(key, value);
    byte[] bytes = repeated.get(hash, key, value);
    if (bytes != null) {
      out.raw(bytes);
      return;
    }
    int start = out.size();
    write(tag, key, value);
    if (repeated.isWorthKeeping(hash)) {
      repeated.put(hash, key, value, out.toByteArray(start));
    }
  }

  /** The same, where the attributes may well be the same as before. */
  void write(int attributeTag, Attributes attributes, KnownAttributes repeated) {
    tag = attributeTag;
    known = repeated;
    attributes.forEach(this);
  }

  /** A text as a message with this tag. */
  void write(int messageTag, String text) {
    int lengthSize = ProtoBuffer.varintSize(text.length() + AROUND);
    int start = out.begin(messageTag, lengthSize);
    out.string(STRING, text);
    out.end(start, lengthSize);
  }

  /** A value as a message with this tag. */
  void write(int messageTag, Value<?> value) {
    int start = out.begin(messageTag, 1);
    write(value);
    out.end(start, 1);
  }

  private void write(int attributeTag, AttributeKey<?> key, Object value) {
    byte[] name =
        key instanceof InternalAttributeKeyImpl ? utf8((InternalAttributeKeyImpl<?>) key) : null;
    int nameLength = name == null ? key.getKey().length() : name.length;
    int length = value instanceof String ? ((String) value).length() : 0;
    int lengthSize = ProtoBuffer.varintSize(length + nameLength + AROUND);
    int start = out.begin(attributeTag, lengthSize);
    if (name == null) {
      writeKey(key.getKey());
    } else if (nameLength > 0) {
      out.bytes(KEY, name);
    }
    int valueSize = ProtoBuffer.varintSize(length + AROUND);
    int valueStart = out.begin(VALUE, valueSize);
    write(key, value);
    out.end(valueStart, valueSize);
    out.end(start, lengthSize);
  }

  /** Known already where the same key was written before. */
  private static byte[] utf8(InternalAttributeKeyImpl<?> key) {
    return key.getKeyUtf8();
  }

  private void writeKey(String key) {
    if (!key.isEmpty()) {
      out.string(KEY, key);
    }
  }

  private void write(AttributeKey<?> key, Object value) {
    switch (key.getType()) {
      case STRING:
        out.string(STRING, (String) value);
        break;
      case BOOLEAN:
        write((boolean) value);
        break;
      case LONG:
        out.varint(INTEGER, (long) value);
        break;
      case DOUBLE:
        write((double) value);
        break;
      case STRING_ARRAY:
      case BOOLEAN_ARRAY:
      case LONG_ARRAY:
      case DOUBLE_ARRAY:
        writeArray((List<?>) value);
        break;
      case VALUE:
        write((Value<?>) value);
        break;
    }
  }

  private void write(boolean value) {
    out.varint(BOOLEAN, value ? 1 : 0);
  }

  private void write(double value) {
    out.fixed64(DOUBLE, Double.doubleToRawLongBits(value));
  }

  private void writeArray(List<?> values) {
    int start = out.begin(ARRAY, 1);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      int valueStart = out.begin(ELEMENT, 1);
      if (value instanceof String) {
        out.string(STRING, (String) value);
      } else if (value instanceof Boolean) {
        write((boolean) value);
      } else if (value instanceof Long) {
        out.varint(INTEGER, (long) value);
      } else if (value instanceof Double) {
        write((double) value);
      } else {
        write((Value<?>) value);
      }
      out.end(valueStart, 1);
    }
    out.end(start, 1);
  }

  /** The content of an {@code AnyValue}; an empty one has none. */
  private void write(Value<?> value) {
    switch (value.getType()) {
      case STRING:
        out.string(STRING, (String) value.getValue());
        break;
      case BOOLEAN:
        write((boolean) value.getValue());
        break;
      case LONG:
        out.varint(INTEGER, (long) value.getValue());
        break;
      case DOUBLE:
        write((double) value.getValue());
        break;
      case ARRAY:
        writeArray((List<?>) value.getValue());
        break;
      case KEY_VALUE_LIST:
        writePairs((List<?>) value.getValue());
        break;
      case BYTES:
        ByteBuffer buffer = ((ByteBuffer) value.getValue()).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        out.bytes(BYTES, bytes);
        break;
      case EMPTY:
        break;
    }
  }

  private void writePairs(List<?> pairs) {
    int start = out.begin(KEY_VALUES, 1);
    for (int i = 0; i < pairs.size(); i++) {
      KeyValue pair = (KeyValue) pairs.get(i);
      int pairStart = out.begin(ELEMENT, 1);
      writeKey(pair.getKey());
      int valueStart = out.begin(VALUE, 1);
      write(pair.getValue());
      out.end(valueStart, 1);
      out.end(pairStart, 1);
    }
    out.end(start, 1);
  }
}
