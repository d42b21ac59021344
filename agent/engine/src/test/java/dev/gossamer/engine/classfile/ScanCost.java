package dev.gossamer.engine.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Prints what it costs to read the outline of each class of jars, with and without looking for
 * annotations in its constant pool; cold and warm.
 *
 * <p>Arguments: jars.
 */
final class ScanCost {
  private static final byte[][] NAMES = {
    "Lio/opentelemetry/instrumentation/annotations/WithSpan;".getBytes(StandardCharsets.US_ASCII),
    "Lio/opentelemetry/extension/annotations/WithSpan;".getBytes(StandardCharsets.US_ASCII),
    "Lio/opentelemetry/instrumentation/annotations/AddingSpanAttributes;"
        .getBytes(StandardCharsets.US_ASCII)
  };

  private ScanCost() {}

  public static void main(String[] jars) throws IOException {
    List<byte[]> classes = new ArrayList<>();
    for (String jar : jars) {
      read(jar, classes);
    }
    ClassFile plain = new ClassFile();
    ClassFile looking = new ClassFile(NAMES);
    int found = 0;
    int turn = 0;
    for (int round = 0; round < 20; round++) {
      long without = 0;
      long with = 0;
      for (byte[] classFile : classes) {
        // In turns: who is second finds the bytes in the processor's cache.
        boolean plainFirst = (turn++ & 1) == 0;
        long start = System.nanoTime();
        (plainFirst ? plain : looking).read(classFile);
        long middle = System.nanoTime();
        (plainFirst ? looking : plain).read(classFile);
        long end = System.nanoTime();
        without += plainFirst ? middle - start : end - middle;
        with += plainFirst ? end - middle : middle - start;
        found += looking.mentioned();
      }
      System.out.printf(
          "round %d: %d classes, %d ns each without, %d ns with%n",
          round, classes.size(), without / classes.size(), with / classes.size());
    }
    System.out.println("found " + found);
  }

  private static void read(String jar, List<byte[]> classes) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      for (var entries = file.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = file.getInputStream(entry)) {
            classes.add(in.readAllBytes());
          }
        }
      }
    }
  }
}
