package dev.gossamer.benchmarks.sink;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the spans of a Datadog {@code v0.4/traces} request: MessagePack, an array of traces, each
 * an array of spans.
 *
 * @see <a href="https://github.com/msgpack/msgpack/blob/master/spec.md">MessagePack</a>
 */
final class DatadogSpans {
  private final DataInputStream in;

  private DatadogSpans(DataInputStream in) {
    this.in = in;
  }

  static int count(InputStream request) throws IOException {
    return new DatadogSpans(new DataInputStream(request)).count();
  }

  private int count() throws IOException {
    int spans = 0;
    int traces = arrayLength();
    for (int trace = 0; trace < traces; trace++) {
      int length = arrayLength();
      spans += length;
      for (int span = 0; span < length; span++) {
        skipValue();
      }
    }
    return spans;
  }

  private int arrayLength() throws IOException {
    int type = in.readUnsignedByte();
    if ((type & 0xf0) == 0x90) {
      return type & 0x0f;
    }
    return switch (type) {
      case 0xdc -> in.readUnsignedShort();
      case 0xdd -> in.readInt();
      default -> throw new IOException("not an array: " + type);
    };
  }

  private void skipValue() throws IOException {
    int type = in.readUnsignedByte();
    if (type < 0x80 || type >= 0xe0 || type == 0xc0 || type == 0xc2 || type == 0xc3) {
      return;
    }
    if (type < 0x90) {
      skipValues(2 * (type & 0x0f));
    } else if (type < 0xa0) {
      skipValues(type & 0x0f);
    } else if (type < 0xc0) {
      in.skipNBytes(type & 0x1f);
    } else {
      skipSized(type);
    }
  }

  private void skipSized(int type) throws IOException {
    switch (type) {
      case 0xc4, 0xd9 -> in.skipNBytes(in.readUnsignedByte());
      case 0xc5, 0xda -> in.skipNBytes(in.readUnsignedShort());
      case 0xc6, 0xdb -> in.skipNBytes(in.readInt());
      case 0xc7 -> in.skipNBytes(1L + in.readUnsignedByte());
      case 0xc8 -> in.skipNBytes(1L + in.readUnsignedShort());
      case 0xc9 -> in.skipNBytes(1L + in.readInt());
      case 0xcc, 0xd0 -> in.skipNBytes(1);
      case 0xcd, 0xd1, 0xd4 -> in.skipNBytes(2);
      case 0xd5 -> in.skipNBytes(3);
      case 0xca, 0xce, 0xd2 -> in.skipNBytes(4);
      case 0xd6 -> in.skipNBytes(5);
      case 0xcb, 0xcf, 0xd3 -> in.skipNBytes(8);
      case 0xd7 -> in.skipNBytes(9);
      case 0xd8 -> in.skipNBytes(17);
      case 0xdc -> skipValues(in.readUnsignedShort());
      case 0xdd -> skipValues(in.readInt());
      case 0xde -> skipValues(2 * in.readUnsignedShort());
      case 0xdf -> skipValues(2 * in.readInt());
      default -> throw new IOException("not MessagePack: " + type);
    }
  }

  private void skipValues(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      skipValue();
    }
  }
}
