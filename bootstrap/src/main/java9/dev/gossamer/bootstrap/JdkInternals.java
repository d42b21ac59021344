package dev.gossamer.bootstrap;

import jdk.internal.misc.CDS;
import jdk.internal.misc.Unsafe;
import jdk.internal.misc.VM;

/**
 * The JDK's internals. Linked only after their package is exported to us; every method may throw a
 * {@link LinkageError} where a JDK does not have it.
 */
final class JdkInternals {
  private JdkInternals() {}

  static void define(byte[] classFile) {
    Unsafe.getUnsafe().defineClass(null, classFile, 0, classFile.length, null, null);
  }

  /** The JVM's own arguments, those of {@code JAVA_TOOL_OPTIONS} included; may be null. */
  static String[] arguments() {
    return VM.getRuntimeArguments();
  }

  static boolean isDumpingArchive() {
    return CDS.isDumpingArchive();
  }
}
