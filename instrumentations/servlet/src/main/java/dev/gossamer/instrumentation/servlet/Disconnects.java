package dev.gossamer.instrumentation.servlet;

/** What containers throw when nobody reads the answer any more. */
final class Disconnects {
  /** Deeper than any real chain of causes. */
  private static final int DEEPEST = 10;

  private Disconnects() {}

  /** Whether that is at the bottom of an exception, whatever frameworks wrapped it in. */
  static boolean caused(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      String name = cause.getClass().getName();
      if (name.equals("org.apache.catalina.connector.ClientAbortException")
          || name.equals("org.eclipse.jetty.io.EofException")) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
