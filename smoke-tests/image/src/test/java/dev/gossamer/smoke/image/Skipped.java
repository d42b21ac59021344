package dev.gossamer.smoke.image;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/** Leaves out what this machine cannot do, and says so. */
final class Skipped {
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private Skipped() {}

  /** Goes on only where it holds. */
  static void unless(boolean condition, String what) {
    if (!condition) {
      throw because(what);
    }
  }

  /** To be thrown; says it on standard error, too, once. */
  static TestAbortedException because(String what) {
    if (SAID.add(what)) {
      System.err.println("SKIPPED: " + what);
    }
    return new TestAbortedException(what);
  }
}
