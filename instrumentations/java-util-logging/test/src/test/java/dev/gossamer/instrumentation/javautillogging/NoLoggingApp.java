package dev.gossamer.instrumentation.javautillogging;

import dev.gossamer.testing.app.TestApp;

/** Does not log. */
final class NoLoggingApp {
  private NoLoggingApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.ready(0);
    TestApp.awaitStop();
  }
}
