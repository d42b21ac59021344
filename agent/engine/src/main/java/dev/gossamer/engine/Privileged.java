package dev.gossamer.engine;

import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine with its own rights where a security manager is in force, whatever the
 * application's code below it on the stack may do.
 */
final class Privileged {
  /** Later versions of Java have no security manager, and one day not even the question. */
  private static final int LAST_WITH_MANAGER = 23;

  private static final boolean POSSIBLE = javaVersion() <= LAST_WITH_MANAGER;

  private Privileged() {}

  static boolean isManaged() {
    return POSSIBLE && System.getSecurityManager() != null;
  }

  @SuppressWarnings("removal")
  static <T extends @Nullable Object> T run(PrivilegedExceptionAction<T> action) throws Exception {
    try {
      return AccessController.doPrivileged(action);
    } catch (PrivilegedActionException e) {
      throw e.getException();
    }
  }

  private static int javaVersion() {
    String version = System.getProperty("java.specification.version", "1.8");
    try {
      return version.startsWith("1.") ? 8 : Integer.parseInt(version);
    } catch (NumberFormatException e) {
      return LAST_WITH_MANAGER + 1;
    }
  }
}
