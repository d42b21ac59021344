package dev.gossamer.benchmarks.many;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Says on standard output when main() was reached, loads all classes of the jar that {@link #write}
 * made, and ends: at once, or with {@code wait} when standard input does.
 */
public final class Kinds {
  private static final int COUNT = 10_000;
  private static final String TEMPLATE = "Kind00000";

  private Kinds() {}

  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    System.out.println(System.nanoTime());
    int sum = 0;
    for (int i = 1; i <= COUNT; i++) {
      String name = Kinds.class.getPackageName() + "." + name(i);
      sum += Class.forName(name).getConstructor().newInstance().hashCode();
    }
    if (args.length > 0 && System.in.read() >= 0) {
      throw new IOException("standard input is only to be closed, after " + sum);
    }
  }

  private static String name(int i) {
    return String.format("Kind%05d", i);
  }

  /** Writes the classes: copies of one, whose names are as long as its own. */
  public static void write(Path jar) throws IOException {
    byte[] template;
    try (InputStream in = Kinds.class.getResourceAsStream(TEMPLATE + ".class")) {
      if (in == null) {
        throw new IOException("no " + TEMPLATE);
      }
      template = in.readAllBytes();
    }
    String text = new String(template, StandardCharsets.ISO_8859_1);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 1; i <= COUNT; i++) {
        String name = Kinds.class.getPackageName().replace('.', '/') + "/" + name(i) + ".class";
        out.putNextEntry(new ZipEntry(name));
        out.write(text.replace(TEMPLATE, name(i)).getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
    }
  }
}
