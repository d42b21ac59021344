package dev.gossamer.smoke.image;

import org.opentest4j.TestAbortedException;

/** Leaves out what this machine cannot do, and says so. */
final class Skipped {
  private Skipped() {}

  /** Goes on only where it holds. */
  static void unless(boolean condition, String what) {
    if (!condition) {
      throw because(what);
    }
  }

  /** To be thrown; says it on standard error, too. */
  static TestAbortedException because(String what) {
    System.err.println("SKIPPED: " + what);
    return new TestAbortedException(what);
  }
}
