package org.example.app;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;

/** A small service whose every ability is a command, over HTTP too. */
public final class App {
  private App() {}

  /** Runs it until the test ends it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0) {
      // As application servers do: theirs, if nobody has asked for the LogManager before.
      System.setProperty("java.util.logging.manager", AppLogManager.class.getName());
    }
    TestApp.command("ok", a -> "fine");
    TestApp.command("get", a -> String.valueOf(TestApp.get(a[0])));
    TestApp.command("log", a -> AppLog.log(a[0]));
    TestApp.command("sees", a -> String.valueOf(sees(a[0])));
    TestApp.command(
        "log-manager", a -> java.util.logging.LogManager.getLogManager().getClass().getName());
    TestApp.serve();
  }

  private static boolean sees(String className) {
    try {
      Class.forName(className, false, App.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
