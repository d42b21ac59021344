package dev.gossamer.instrumentation.javautillogging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.gossamer.testing.app.TestApp;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Logs by java.util.logging, all of which goes to Logback. */
final class BridgedApp {
  private BridgedApp() {}

  public static void main(String[] arguments) throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("ROOT").detachAndStopAllAppenders();
    context.getLogger("ROOT").setLevel(Level.INFO);
    context.getLogger("refused").setLevel(Level.OFF);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    TestApp.command(
        "log",
        a -> {
          Logger.getLogger(a[0]).log(java.util.logging.Level.parse(a[1]), a[2]);
          return "";
        });
    TestApp.serve();
    TestApp.awaitStop();
  }
}
