package dev.gossamer.instrumentation.tomcat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of the client's connection from failures of the application, whatever frameworks
 * wrap them in. Tomcat marks most of the former by a type of its own; the rest are what its
 * connectors threw, by the stack trace: an application may throw an IOException of any type, too.
 */
final class ClientAborts {
  private static final String FILTERS = "org.apache.coyote.http11.filters.";

  /** Deeper than any real chain of causes. */
  private static final int DEEPEST = 10;

  private ClientAborts() {}

  /**
   * Whether the client's going away is at the bottom of an exception.
   *
   * @param status what the request was answered with
   */
  static boolean caused(@Nullable Throwable thrown, int status) {
    Throwable cause = thrown;
    boolean aborted = false;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof SocketTimeoutException && status >= 400 && status < 500) {
        // It is there, but was too slow to send its request, and was told so.
        return false;
      }
      aborted =
          aborted
              || cause instanceof ClientAbortException
              || cause instanceof IOException && isOfConnector(cause);
      cause = cause.getCause();
    }
    return aborted;
  }

  private static boolean isOfConnector(Throwable thrown) {
    if (thrown.getClass().getName().equals("org.apache.coyote.BadRequestException")) {
      return false;
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (!isOfJdk(name)) {
        // Filters of a body find it malformed, or at its end too early.
        return name.startsWith("org.apache.tomcat.util.net.")
            || name.startsWith("org.apache.coyote.")
                && (thrown instanceof EOFException || !name.startsWith(FILTERS));
      }
    }
    return false;
  }

  private static boolean isOfJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("sun.")
        || className.startsWith("jdk.")
        || className.startsWith("javax.net.");
  }
}
