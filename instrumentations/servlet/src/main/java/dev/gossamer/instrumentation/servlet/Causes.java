package dev.gossamer.instrumentation.servlet;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.UnavailableException;

/** What an exception that leaves a servlet means. */
final class Causes {
  private static final int DEEPEST = 10;

  private Causes() {}

  /** What the application threw, without what frameworks wrap it in to get it past a servlet. */
  static Throwable of(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; i < DEEPEST && wraps(cause); i++) {
      cause = ((ServletException) cause).getRootCause();
    }
    return cause;
  }

  private static boolean wraps(Throwable thrown) {
    return thrown instanceof ServletException
        && !(thrown instanceof UnavailableException)
        && ((ServletException) thrown).getRootCause() != null;
  }

  /** Whether it is the container's way to say that nobody reads the answer any more. */
  static boolean clientWentAway(Throwable thrown) {
    if (!(thrown instanceof IOException)) {
      return false;
    }
    String name = thrown.getClass().getName();
    return name.equals("org.apache.catalina.connector.ClientAbortException")
        || name.equals("org.eclipse.jetty.io.EofException");
  }
}
