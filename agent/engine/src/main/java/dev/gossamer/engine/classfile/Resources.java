package dev.gossamer.engine.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Class files as a class loader's resources. */
public final class Resources {
  private static final int LARGEST = 16 << 20;

  private Resources() {}

  /**
   * The class file of that internal name, or null when the loader has none or fails.
   *
   * @param loader null means the boot loader
   */
  public static byte @Nullable [] classFile(@Nullable ClassLoader loader, String internalName) {
    String resource = internalName.concat(".class");
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? null : readAll(in);
    } catch (IOException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  private static byte @Nullable [] readAll(InputStream in) throws IOException {
    byte[] buffer = new byte[Math.max(in.available(), 0) + 1024];
    int size = 0;
    for (int count; (count = in.read(buffer, size, buffer.length - size)) >= 0; ) {
      size += count;
      if (size == buffer.length) {
        if (size > LARGEST) {
          return null;
        }
        buffer = Arrays.copyOf(buffer, size * 2);
      }
    }
    return Arrays.copyOf(buffer, size);
  }
}
