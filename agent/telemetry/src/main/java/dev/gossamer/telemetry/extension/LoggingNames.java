package dev.gossamer.telemetry.extension;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the loggers and levels of {@code java.util.logging} in a class file into the agent's: the
 * real ones initialise the application's LogManager, on application servers too early and with the
 * wrong one. Only names in the constant pool change (JVMS 4.4); every other type of that package
 * stays what it is. Total: what it does not understand it returns as it was.
 */
final class LoggingNames {
  /** With the dot at its end. */
  static final String AGENTS_PACKAGE = "dev.gossamer.telemetry.logging.";

  private static final String FROM = "java/util/logging/";
  private static final String TO = AGENTS_PACKAGE.replace('.', '/');
  private static final String[] TYPES = {"Logger", "Level"};
  private static final int LARGEST_CONSTANT = 0xffff;

  private LoggingNames() {}

  static byte[] redirect(byte[] classFile) {
    try {
      byte[] changed = changed(classFile);
      return changed == null ? classFile : changed;
    } catch (ArrayIndexOutOfBoundsException e) {
      // No class file; the JVM says so in better words.
      return classFile;
    }
  }

  private static byte @Nullable [] changed(byte[] from) {
    byte[] to = null;
    int written = 0;
    int copied = 0;
    int at = 10;
    int count = u2(from, 8);
    for (int i = 1; i < count; i++) {
      int tag = from[at];
      if (tag == 1) {
        int length = u2(from, at + 1);
        String text = new String(from, at + 3, length, StandardCharsets.ISO_8859_1);
        String redirected = text.contains(FROM) ? redirected(text) : text;
        if (!redirected.equals(text) && redirected.length() <= LARGEST_CONSTANT) {
          byte[] bytes = redirected.getBytes(StandardCharsets.ISO_8859_1);
          if (to == null) {
            to = new byte[from.length];
          }
          to = Arrays.copyOf(to, to.length + bytes.length - length);
          System.arraycopy(from, copied, to, written, at + 1 - copied);
          written += at + 1 - copied;
          to[written++] = (byte) (bytes.length >> 8);
          to[written++] = (byte) bytes.length;
          System.arraycopy(bytes, 0, to, written, bytes.length);
          written += bytes.length;
          copied = at + 3 + length;
        }
        at += 3 + length;
      } else {
        at += length(tag);
        // Long and Double take two places.
        i += tag == 5 || tag == 6 ? 1 : 0;
      }
    }
    if (to != null) {
      System.arraycopy(from, copied, to, written, from.length - copied);
    }
    return to;
  }

  /** In a class name, a descriptor or a signature. */
  private static String redirected(String text) {
    String result = text;
    for (String type : TYPES) {
      result =
          result.equals(FROM + type)
              ? TO + type
              : result.replace("L" + FROM + type + ";", "L" + TO + type + ";");
    }
    return result;
  }

  private static int length(int tag) {
    switch (tag) {
      case 3:
      case 4:
      case 9:
      case 10:
      case 11:
      case 12:
      case 17:
      case 18:
        return 5;
      case 5:
      case 6:
        return 9;
      case 7:
      case 8:
      case 16:
      case 19:
      case 20:
        return 3;
      case 15:
        return 4;
      default:
        throw new ArrayIndexOutOfBoundsException(tag);
    }
  }

  private static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
