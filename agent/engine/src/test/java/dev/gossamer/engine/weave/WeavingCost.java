package dev.gossamer.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Prints what weaving costs in CPU time: the first class in a fresh JVM, and the classes of a jar
 * after that. Run it with {@code -Xlog:class+load} to see which classes the first one loads.
 *
 * <p>Arguments: a jar, and the name of the methods to weave in all of its classes.
 */
final class WeavingCost {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private WeavingCost() {}

  public static void main(String[] arguments) throws IOException, WeaveException {
    List<byte[]> classes = read(arguments[0]);
    MethodRule[] rules = {
      Hooks.rule(
          new String[] {arguments[1]},
          null,
          false,
          null,
          new Hook[] {
            Hooks.enter(1, true, Hooks.THIS), Hooks.exit(2, Hooks.STATE, Hooks.THIS, Hooks.THROWN)
          })
    };
    boolean first = THREADS.getCurrentThreadCpuTime() > 0;
    for (int round = 0; round < 30; round++) {
      int woven = 0;
      long bytes = 0;
      long spent = 0;
      for (byte[] classFile : classes) {
        long start = THREADS.getCurrentThreadCpuTime();
        byte[] result = Weaver.weave(classFile, rules, false, 0);
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (result == null) {
          continue;
        }
        if (first) {
          System.out.printf("first: %.2f ms%n", nanos / 1e6);
          first = false;
          continue;
        }
        woven++;
        spent += nanos;
        bytes += classFile.length;
      }
      System.out.printf(
          "round %d: %d classes of %d bytes on average, %.3f ms each%n",
          round, woven, bytes / Math.max(1, woven), spent / 1e6 / Math.max(1, woven));
    }
  }

  private static List<byte[]> read(String jar) throws IOException {
    List<byte[]> classes = new ArrayList<>();
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
    return classes;
  }
}
