package dev.gossamer.instrumentation.javautillogging;

import dev.gossamer.testing.app.TestApp;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Logs by java.util.logging. */
final class JulApp {
  /** A logger that nobody holds is made anew, as its parents say. */
  private static final Map<String, Logger> KEPT = new ConcurrentHashMap<>();

  private JulApp() {}

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("start").info("started");
    logger("records").setLevel(Level.ALL);
    logger("quiet").setLevel(Level.INFO);
    logger("parent").addHandler(new Ignoring());
    logger("parent.child").addHandler(new Ignoring());
    Logger nesting = logger("nesting");
    nesting.addHandler(
        new Ignoring() {
          @Override
          public void publish(LogRecord record) {
            logger("inner").info("from the handler");
            logger("records").log(record);
          }
        });
    logger("throwing")
        .addHandler(
            new Ignoring() {
              @Override
              public void publish(LogRecord record) {
                throw new IllegalStateException("handler");
              }
            });
    Logger filtered = logger("filtered");
    filtered.setFilter(
        record -> {
          logger("inner").info("from the filter");
          record.setMessage(record.getMessage().replace("secret", "***"));
          return !record.getMessage().startsWith("refused");
        });
    Logger bundled = logger("bundled");
    bundled.setResourceBundle(ResourceBundle.getBundle(Texts.class.getName()));
    Logger overriding = new Overriding("overriding");
    LogManager.getLogManager().addLogger(overriding);
    overriding.setUseParentHandlers(false);
    KEPT.put("overriding", overriding);
    TestApp.command("log", a -> done(() -> log(a[0], a[1], a[2])));
    TestApp.command(
        "thrown",
        a ->
            done(
                () ->
                    logger("records")
                        .log(Level.SEVERE, "failed", new IllegalStateException("no stock"))));
    TestApp.command(
        "parameters",
        a -> done(() -> logger(a[0]).log(Level.INFO, a[1], new Object[] {1234, "two", "three"})));
    TestApp.command(
        "unreadable", a -> done(() -> logger("records").log(Level.INFO, a[0], new Unreadable())));
    TestApp.command("no-text", a -> done(() -> logger(a[0]).log(Level.INFO, (String) null)));
    TestApp.command(
        "anonymous",
        a ->
            done(
                () -> {
                  Logger anonymous = Logger.getAnonymousLogger();
                  anonymous.setUseParentHandlers(false);
                  anonymous.info(a[0]);
                }));
    TestApp.command(
        "detached",
        a ->
            done(
                () -> {
                  Logger detached = new Overriding("detached");
                  detached.info("to nobody");
                  detached.addHandler(new Ignoring());
                  detached.info("to a handler");
                }));
    TestApp.command(
        "throwing",
        a -> {
          try {
            logger("throwing").info(a[0]);
            return "";
          } catch (IllegalStateException e) {
            return e.toString();
          }
        });
    TestApp.command(
        "jdk", a -> done(() -> logger("com.sun.net.httpserver").setLevel(Level.FINEST)));
    TestApp.command(
        "by-exporter",
        a -> {
          Thread thread = new Thread(() -> logger("records").info("hello"), "gossamer-x");
          thread.start();
          thread.join();
          return "";
        });
    TestApp.serve();
    TestApp.awaitStop();
  }

  private static String done(Runnable action) {
    action.run();
    return "";
  }

  private static Logger logger(String name) {
    return KEPT.computeIfAbsent(name, JulApp::made);
  }

  private static Logger made(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setUseParentHandlers(name.equals("parent.child"));
    return logger;
  }

  private static void log(String logger, String level, String text) {
    Logger.getLogger(logger).log(level(level), text);
  }

  private static Level level(String name) {
    return switch (name) {
      case "LITTLE" -> new Custom(name, 1);
      case "NOTICE" -> new Custom(name, 850);
      case "PANIC" -> new Custom(name, 1200);
      default -> Level.parse(name);
    };
  }

  private static class Ignoring extends Handler {
    @Override
    public void publish(LogRecord record) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A level as applications make them. */
  private static final class Custom extends Level {
    private static final long serialVersionUID = 1;

    Custom(String name, int value) {
      super(name, value);
    }
  }

  /** A logger as libraries make them. */
  private static final class Overriding extends Logger {
    Overriding(String name) {
      super(name, null);
    }

    @Override
    public void log(LogRecord record) {
      super.log(record);
    }
  }

  private static final class Unreadable {
    @Override
    public String toString() {
      throw new IllegalStateException("unreadable");
    }
  }
}
