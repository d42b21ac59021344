package dev.gossamer.engine.classfile;

import org.jspecify.annotations.Nullable;

/**
 * The outline of one class file: names of its super types, fields and methods. Total: anything that
 * is not a class file reads as damaged.
 *
 * <p>An instance can be used for one class file after another; not thread-safe.
 */
public final class ClassFile {
  private static final int INTERFACE = 0x0200;
  private static final int MODULE = 0x8000;

  private static final byte[] NOTHING = {};

  private final byte[][] sought;

  /** Bit n: one of them has n bytes, or n and a multiple of 64. */
  private final long lengths;

  private int mentioned;
  private byte[] bytes = NOTHING;
  private int[] pool = new int[512];
  private int poolSize;
  private int header;
  private int members;

  /** Called for each field or method; see {@link #name}. */
  public interface MemberVisitor {
    /**
     * One field or method.
     *
     * @param name pool index of the name
     * @param descriptor pool index of the descriptor
     * @return false to be told of no more
     */
    boolean member(int access, int name, int descriptor);
  }

  /** Reads outlines. */
  public ClassFile() {
    this(new byte[0][]);
  }

  /**
   * Reads outlines, and looks for strings of ASCII in constant pools meanwhile.
   *
   * @param sought at most 32; not copied
   */
  public ClassFile(byte[][] sought) {
    this.sought = sought;
    long all = 0;
    for (byte[] string : sought) {
      all |= 1L << string.length;
    }
    lengths = all;
  }

  /** Takes a class file; false when it is damaged, and then nothing else may be asked. */
  public boolean read(byte[] classFile) {
    bytes = classFile;
    try {
      return classFile.length > 24 && u4(0) == 0xCAFEBABE && readPool();
    } catch (ArrayIndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Lets go of the class file. */
  public void release() {
    bytes = NOTHING;
  }

  private boolean readPool() {
    mentioned = 0;
    poolSize = u2(8);
    if (pool.length < poolSize) {
      pool = new int[poolSize + poolSize / 2];
    }
    int at = 10;
    for (int i = 1; i < poolSize; i++) {
      pool[i] = at;
      switch (bytes[at]) {
        case 1:
          int length = u2(at + 1);
          if ((lengths >>> length & 1) != 0) {
            compare(at + 3, length);
          }
          at += 3 + length;
          break;
        case 3:
        case 4:
        case 9:
        case 10:
        case 11:
        case 12:
        case 17:
        case 18:
          at += 5;
          break;
        case 5:
        case 6:
          at += 9;
          i++;
          if (i < poolSize) {
            pool[i] = 0;
          }
          break;
        case 7:
        case 8:
        case 16:
        case 19:
        case 20:
          at += 3;
          break;
        case 15:
          at += 4;
          break;
        default:
          return false;
      }
    }
    header = at;
    members = at + 8 + 2 * u2(at + 6);
    return members + 4 <= bytes.length;
  }

  /** The class file format's major version: 52 is Java 8. */
  public int majorVersion() {
    return u2(6);
  }

  /** Whether it is an interface, an annotation type or a module's description. */
  public boolean isInterface() {
    return (u2(header) & (INTERFACE | MODULE)) != 0;
  }

  /** Internal name of the super class; null for java.lang.Object and damaged files. */
  public @Nullable String superName() {
    return className(u2(header + 4));
  }

  /** How many interfaces it names. */
  public int interfaceCount() {
    return u2(header + 6);
  }

  /** Internal name of one of the interfaces, or null when damaged. */
  public @Nullable String interfaceName(int i) {
    return className(u2(header + 8 + 2 * i));
  }

  /** Visits the fields and then the methods, or the methods alone. */
  public void members(boolean fieldsToo, MemberVisitor visitor) {
    try {
      int at = members;
      for (int section = 0; section < 2; section++) {
        int count = u2(at);
        at += 2;
        for (int i = 0; i < count; i++) {
          if ((fieldsToo || section == 1) && !visitor.member(u2(at), u2(at + 2), u2(at + 4))) {
            return;
          }
          int attributes = u2(at + 6);
          at += 8;
          for (int j = 0; j < attributes; j++) {
            int length = u4(at + 2);
            if (length < 0) {
              return;
            }
            at += 6 + length;
          }
        }
      }
    } catch (ArrayIndexOutOfBoundsException damaged) {
      // Cut short: what was there has been visited, and the JVM will refuse the class.
    }
  }

  /** Which of the strings stand in its constant pool: bit i for element i. */
  public int mentioned() {
    return mentioned;
  }

  private void compare(int at, int length) {
    for (int i = 0; i < sought.length; i++) {
      if (sought[i].length == length && at + length <= bytes.length && isAt(at, sought[i])) {
        mentioned |= 1 << i;
      }
    }
  }

  // From the end: names of one library begin alike.
  private boolean isAt(int at, byte[] name) {
    for (int i = name.length - 1; i >= 0; i--) {
      if (bytes[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** The class file itself. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where a name's characters begin, or -1 when damaged. */
  public int offset(int poolIndex) {
    int at = poolIndex > 0 && poolIndex < poolSize ? pool[poolIndex] : 0;
    return at == 0 || bytes[at] != 1 ? -1 : at + 3;
  }

  /** How many bytes a name has whose characters begin there. */
  public int length(int offset) {
    return u2(offset - 2);
  }

  /** Whether a name is this one. */
  public boolean isNamed(int poolIndex, String name) {
    int offset = offset(poolIndex);
    if (offset < 0 || length(offset) != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[offset + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String className(int poolIndex) {
    int at = poolIndex > 0 && poolIndex < poolSize ? pool[poolIndex] : 0;
    if (at == 0 || bytes[at] != 7) {
      return null;
    }
    int offset = offset(u2(at + 1));
    return offset < 0 ? null : ModifiedUtf8.decode(bytes, offset, length(offset));
  }

  private int u2(int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private int u4(int at) {
    return u2(at) << 16 | u2(at + 2);
  }
}
