package dev.gossamer.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The agent's classes in one block: groups deflated one by one, and a hash table over their names
 * that is read where it lies. A group is read and inflated when the first of its classes is asked
 * for; the block itself stays in the jar, which stays open: so it may be deleted meanwhile.
 *
 * <p>Layout, big-endian: magic, number of groups, number of slots (a power of two), length of all
 * that comes before the groups; per group offset, deflated length, length, CRC-32 of what is
 * deflated; per slot hash of the name, offset of the name (0: empty slot), group, offset in the
 * group, length; names; groups.
 *
 * <p>Thread-safe.
 */
final class Blob {
  private static final int MAGIC = 0x474f5302;
  private static final int HEADER = 16;
  private static final int GROUP = 16;
  private static final int SLOT = 20;

  private final ZipFile jar;
  private final ZipEntry entry;

  /** All but the groups. */
  private final byte[] head;

  private final int slots;
  private final int table;
  private final byte[] @Nullable [] inflated;
  private final @Nullable WeakReference<byte[]>[] recent;
  private boolean settled;

  /**
   * Of a jar that stays open.
   *
   * @param name of the entry; not deflated as a whole, nothing before a group has to be read
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Blob(ZipFile jar, String name) throws IOException {
    this.jar = jar;
    entry = entry(jar, name);
    byte[] header = read(jar, entry, 0, HEADER);
    int groups = u4(header, 4);
    slots = u4(header, 8);
    int length = u4(header, 12);
    if (u4(header, 0) != MAGIC || length < HEADER || length > entry.getSize()) {
      throw new IOException(name.concat(" is damaged in ").concat(jar.getName()));
    }
    head = read(jar, entry, 0, length);
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

  /**
   * The entry of that name, or null.
   *
   * @throws IllegalStateException when the jar is not any more what it was
   */
  @Nullable Entry find(String name) {
    int hash = name.hashCode();
    int mask = slots - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      int slot = table + i * SLOT;
      int nameAt = u4(head, slot + 4);
      if (nameAt == 0) {
        return null;
      }
      if (u4(head, slot) == hash && isAt(name, nameAt)) {
        return new Entry(group(u4(head, slot + 8)), u4(head, slot + 12), u4(head, slot + 16));
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
    byte[] out = new byte[u4(head, group + 8)];
    Inflater inflater = new Inflater(true);
    try {
      byte[] deflated = read(jar, entry, u4(head, group), u4(head, group + 4));
      CRC32 check = new CRC32();
      check.update(deflated, 0, deflated.length);
      if ((int) check.getValue() != u4(head, group + 12)) {
        throw changed(null);
      }
      inflater.setInput(deflated);
      for (int done = 0; done < out.length; ) {
        int count = inflater.inflate(out, done, out.length - done);
        if (count == 0) {
          throw changed(null);
        }
        done += count;
      }
      return out;
    } catch (IOException | DataFormatException e) {
      throw changed(e);
    } finally {
      inflater.end();
    }
  }

  private IllegalStateException changed(@Nullable Exception cause) {
    return new IllegalStateException(
        jar.getName()
            .concat(
                " is damaged, or was changed while the JVM runs: restart the JVM with a whole jar"),
        cause);
  }

  private boolean isAt(String name, int at) {
    int length = ((head[at] & 0xff) << 8) | (head[at + 1] & 0xff);
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (head[at + 2 + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int u4(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** Reads a whole entry. */
  static byte[] read(ZipFile jar, String name) throws IOException {
    ZipEntry entry = entry(jar, name);
    return read(jar, entry, 0, (int) entry.getSize());
  }

  private static ZipEntry entry(ZipFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new IOException("no ".concat(name).concat(" in ").concat(jar.getName()));
    }
    return entry;
  }

  private static byte[] read(ZipFile jar, ZipEntry entry, int from, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (InputStream in = jar.getInputStream(entry)) {
      for (long left = from; left > 0; ) {
        long skipped = in.skip(left);
        if (skipped <= 0) {
          throw cutShort(jar, entry);
        }
        left -= skipped;
      }
      for (int done = 0; done < length; ) {
        int count = in.read(bytes, done, length - done);
        if (count < 0) {
          throw cutShort(jar, entry);
        }
        done += count;
      }
    }
    return bytes;
  }

  private static IOException cutShort(ZipFile jar, ZipEntry entry) {
    return new IOException(entry.getName().concat(" is cut short in ").concat(jar.getName()));
  }
}
