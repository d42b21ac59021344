package dev.gossamer.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The agent's classes in one block: groups deflated one by one, and a hash table over their names
 * that is read where it lies. A group is inflated when the first of its classes is asked for.
 *
 * <p>Layout, big-endian: magic, number of groups, number of slots (a power of two); per group
 * offset, deflated length, length; per slot hash of the name, offset of the name (0: empty slot),
 * group, offset in the group, length; names; groups.
 *
 * <p>Thread-safe.
 */
final class Blob {
  static final int MAGIC = 0x474f5301;
  private static final int HEADER = 12;
  private static final int GROUP = 12;
  private static final int SLOT = 20;

  private final byte[] bytes;
  private final int slots;
  private final int table;
  private final byte[] @Nullable [] inflated;
  private final @Nullable WeakReference<byte[]>[] recent;
  private boolean settled;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Blob(byte[] bytes) {
    this.bytes = bytes;
    if (bytes.length < HEADER || u4(0) != MAGIC) {
      throw new IllegalArgumentException("the jar's class block is damaged");
    }
    int groups = u4(4);
    slots = u4(8);
    table = HEADER + groups * GROUP;
    inflated = new byte[groups][];
    recent = new WeakReference[groups];
  }

  /** Where a class file stands. */
  static final class Entry {
    final byte[] buffer;
    final int offset;
    final int length;

    Entry(byte[] buffer, int offset, int length) {
      this.buffer = buffer;
      this.offset = offset;
      this.length = length;
    }
  }

  /** The entry of that name, or null. */
  @Nullable Entry find(String name) {
    int hash = name.hashCode();
    int mask = slots - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      int slot = table + i * SLOT;
      int nameAt = u4(slot + 4);
      if (nameAt == 0) {
        return null;
      }
      if (u4(slot) == hash && isAt(name, nameAt)) {
        return new Entry(group(u4(slot + 8)), u4(slot + 12), u4(slot + 16));
      }
    }
  }

  /** Start-up is over: inflated groups stay only as long as the collector leaves them. */
  synchronized void settle() {
    settled = true;
    for (int i = 0; i < inflated.length; i++) {
      inflated[i] = null;
    }
  }

  private synchronized byte[] group(int index) {
    byte[] group = inflated[index];
    WeakReference<byte[]> last = recent[index];
    if (group == null && last != null) {
      group = last.get();
    }
    if (group == null) {
      group = inflate(HEADER + index * GROUP);
      if (settled) {
        recent[index] = new WeakReference<>(group);
      } else {
        inflated[index] = group;
      }
    }
    return group;
  }

  private byte[] inflate(int group) {
    byte[] out = new byte[u4(group + 8)];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, u4(group), u4(group + 4));
      for (int done = 0; done < out.length; ) {
        int count = inflater.inflate(out, done, out.length - done);
        if (count == 0) {
          throw new IllegalStateException("the jar's class block is cut short");
        }
        done += count;
      }
      return out;
    } catch (DataFormatException e) {
      throw new IllegalStateException("the jar's class block is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private boolean isAt(String name, int at) {
    int length = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + 2 + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int u4(int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** Reads a whole entry. */
  static byte[] read(ZipFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new IOException("no ".concat(name).concat(" in ").concat(jar.getName()));
    }
    byte[] bytes = new byte[(int) entry.getSize()];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int done = 0; done < bytes.length; ) {
        int count = in.read(bytes, done, bytes.length - done);
        if (count < 0) {
          throw new IOException(name.concat(" is cut short in ").concat(jar.getName()));
        }
        done += count;
      }
    }
    return bytes;
  }
}
