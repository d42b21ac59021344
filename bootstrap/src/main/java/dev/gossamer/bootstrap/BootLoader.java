package dev.gossamer.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The boot class loader as the agent uses it: it gets a closed set of classes, each defined
 * directly. Appending a jar to its search path instead would cost a warning of the JVM and an
 * application's class-data archive.
 */
abstract class BootLoader {
  /** Set by the static initializer of {@code Java9BootLoader}. */
  static volatile @Nullable BootLoader java9;

  /** The one for this JVM, with the access it needs. */
  static BootLoader open(Instrumentation instrumentation) throws Exception {
    if ("1.8".equals(System.getProperty("java.specification.version"))) {
      return new Java8BootLoader();
    }
    // Class files of Java 9, which must not be linked before; instantiated without reflection.
    Class.forName("dev.gossamer.bootstrap.Java9BootLoader", true, Agent.class.getClassLoader());
    BootLoader opened = java9;
    if (opened == null) {
      throw new IllegalStateException("no access to the boot class loader");
    }
    opened.grant(instrumentation);
    return opened;
  }

  /** Gains whatever access {@link #define} needs. */
  abstract void grant(Instrumentation instrumentation);

  /**
   * Whether this JVM writes, or records for, a class-data archive or AOT cache. Transforming
   * classes would spoil it or crash the JVM.
   */
  abstract boolean isArchiving();

  /**
   * Whether the reference agent is given to this JVM and may not have been entered yet.
   *
   * @param ownJar this agent's
   */
  abstract boolean expectsOtherAgent(File ownJar);

  /** Defines one class of package {@code java.lang}, without a protection domain. */
  abstract void define(Instrumentation instrumentation, String internalName, byte[] classFile)
      throws Exception;

  /**
   * Defines the classes of a list: count, then name, length and class file each; super types first.
   *
   * @return false when the first of them is there already, that is, another agent was faster
   */
  final boolean defineAll(Instrumentation instrumentation, byte[] list) throws Exception {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(list));
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      byte[] classFile = new byte[in.readInt()];
      in.readFully(classFile);
      try {
        define(instrumentation, name, classFile);
      } catch (LinkageError e) {
        if (i == 0 && isDefined(name)) {
          return false;
        }
        throw e;
      }
    }
    return true;
  }

  private static boolean isDefined(String internalName) throws IOException {
    try {
      Class.forName(internalName.replace('/', '.'), false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
