package dev.gossamer.telemetry.transport;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of one protobuf message. Total: whatever the bytes, it ends, throws nothing
 * and reads nothing outside; a malformed rest is as if absent.
 */
final class ProtoReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int end;
  private int position;

  private int field;
  private int wireType;
  private long number;
  private int valueStart;
  private int valueEnd;
  private boolean malformed;

  ProtoReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ProtoReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Goes on to the next field; false at the end, or where the rest makes no sense. */
  boolean next() {
    if (position >= end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    switch (wireType) {
      case VARINT:
        number = varint();
        break;
      case FIXED64:
        skip(8);
        break;
      case BYTES:
        skip(varint());
        break;
      case FIXED32:
        skip(4);
        break;
      default:
        malformed = true;
    }
    if (malformed) {
      position = end;
      return false;
    }
    return true;
  }

  boolean isNumber(int wantedField) {
    return field == wantedField && wireType == VARINT;
  }

  boolean isBytes(int wantedField) {
    return field == wantedField && wireType == BYTES;
  }

  /** The value of a varint field. */
  long number() {
    return number;
  }

  /** The value of a length-delimited field, as a message. */
  ProtoReader message() {
    return new ProtoReader(bytes, valueStart, valueEnd);
  }

  /** The value of a length-delimited field, as text. */
  String text() {
    return new String(bytes, valueStart, valueEnd - valueStart, StandardCharsets.UTF_8);
  }

  private void skip(long count) {
    if (malformed || count < 0 || count > end - position) {
      malformed = true;
      return;
    }
    valueStart = position;
    position += (int) count;
    valueEnd = position;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= end) {
        break;
      }
      byte b = bytes[position++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    malformed = true;
    return 0;
  }
}
