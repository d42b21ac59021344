package dev.gossamer.instrumentation.servlet.app;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;

/** What servlets call to leave a span. */
final class FarEnd {
  private FarEnd() {}

  static void call() throws IOException {
    TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/called");
  }
}
