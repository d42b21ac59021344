package dev.gossamer.instrumentation.log4j1;

import dev.gossamer.testing.app.TestApp;
import org.apache.log4j.Logger;

/** Logs by Log4j 1's API, which is another library's here. */
final class BridgeApp {
  private BridgeApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command(
        "log",
        a -> {
          Logger.getLogger("bridged").info(a[0]);
          return "";
        });
    TestApp.serve();
    TestApp.awaitStop();
  }
}
