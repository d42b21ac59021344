package dev.gossamer.instrumentation.javautillogging;

import dev.gossamer.testing.app.TestApp;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs by java.util.logging, and leaves the rest to the JVM's log manager. */
final class Log4jJulApp {
  private Log4jJulApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command(
        "log",
        a -> {
          Logger.getLogger(a[0]).log(Level.parse(a[1]), a[2]);
          return "";
        });
    TestApp.serve();
    TestApp.awaitStop();
  }
}
