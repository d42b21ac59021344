package dev.gossamer.engine.weave;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * Rewrites the texts in a class file's constant pool; nothing else in it depends on their length.
 */
final class ConstantPool {
  private ConstantPool() {}

  static byte[] rename(byte[] classFile, UnaryOperator<String> renaming) {
    var result = new ByteArrayOutputStream(classFile.length + 100);
    try (var in = new DataInputStream(new ByteArrayInputStream(classFile));
        var out = new DataOutputStream(result)) {
      out.writeLong(in.readLong());
      int count = in.readUnsignedShort();
      out.writeShort(count);
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        switch (tag) {
          case 1 -> out.writeUTF(renaming.apply(in.readUTF()));
          case 3, 4, 9, 10, 11, 12, 17, 18 -> out.writeInt(in.readInt());
          case 5, 6 -> {
            out.writeLong(in.readLong());
            i++;
          }
          case 7, 8, 16, 19, 20 -> out.writeShort(in.readShort());
          case 15 -> {
            out.writeByte(in.readByte());
            out.writeShort(in.readShort());
          }
          default -> throw new IllegalArgumentException("constant tag " + tag);
        }
      }
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result.toByteArray();
  }

  /** Makes a woven class call {@link DispatcherDouble} and implement {@link StateDouble}. */
  static byte[] withDoubles(byte[] classFile) {
    return rename(
        classFile,
        text ->
            text.equals("java/lang/GossamerDispatcher")
                ? "dev/gossamer/engine/weave/DispatcherDouble"
                : text.replace("java/lang/GossamerState", "dev/gossamer/engine/weave/StateDouble"));
  }
}
