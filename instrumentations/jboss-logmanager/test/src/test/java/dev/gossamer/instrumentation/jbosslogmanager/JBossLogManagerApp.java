package dev.gossamer.instrumentation.jbosslogmanager;

import dev.gossamer.testing.app.LoggerCommands;
import dev.gossamer.testing.app.LoggerUnderTest;
import dev.gossamer.testing.app.TestApp;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jspecify.annotations.Nullable;

/** Logs, and answers with the line. */
final class JBossLogManagerApp {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  /** A logger that nobody holds is made anew, as its parents say. */
  private static final List<Logger> KEPT = new ArrayList<>();

  private JBossLogManagerApp() {}

  public static void main(String[] arguments) throws Exception {
    logger("").setLevel(Level.INFO);
    java.util.logging.Logger.getLogger("start").info("started");
    Logger direct = logger("direct");
    direct.addHandler(new Lines());
    Logger async = logger("async");
    AsyncHandler behind = new AsyncHandler();
    behind.addHandler(new Lines());
    async.addHandler(behind);
    records();
    TestApp.command("log", a -> log(direct, "own", a[0]));
    TestApp.command("log-async", a -> log(async, "own", a[0]));
    TestApp.command("log-own", a -> log(direct, "trace_id", a[0]));
    TestApp.command("log-plain", a -> logPlain(a[0]));
    TestApp.command("remains", a -> MDC.copy().isEmpty() ? "nothing" : "" + MDC.copy());
    TestApp.command(
        "kind", a -> java.util.logging.Logger.getLogger("records").getClass().getName());
    TestApp.serve();
    TestApp.awaitStop();
  }

  private static Logger logger(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setUseParentHandlers(false);
    KEPT.add(logger);
    return logger;
  }

  private static String log(Logger logger, String key, String text) throws InterruptedException {
    MDC.put(key, key.equals("own") ? "application" : "mine");
    try {
      logger.info(text);
    } finally {
      MDC.remove(key);
    }
    return String.valueOf(LINES.poll(20, TimeUnit.SECONDS));
  }

  /** The entries that a handler of the JDK's kind gets: for a printf text it gets a copy. */
  private static String logPlain(String text) {
    Logger logger = logger("plain");
    StringBuilder answer = new StringBuilder();
    logger.addHandler(
        new Quiet() {
          @Override
          public void publish(LogRecord record) {
            answer.append(new TreeMap<>(((ExtLogRecord) record).getMdcCopy()));
          }
        });
    MDC.put("own", "application");
    try {
      logger.log(
          JBossLogManagerApp.class.getName(),
          Level.INFO,
          "%s",
          ExtLogRecord.FormatStyle.PRINTF,
          new Object[] {text},
          null);
    } finally {
      MDC.remove("own");
      logger.clearHandlers();
    }
    return answer.toString();
  }

  private static void records() {
    for (String name : new String[] {"records", "inner", "nesting"}) {
      logger(name).setLevel(Level.ALL);
    }
    logger("quiet").setLevel(Level.INFO);
    logger("parent").addHandler(ignoring(null));
    Logger child = Logger.getLogger("parent.child");
    child.addHandler(ignoring(null));
    KEPT.add(child);
    logger("nesting").addHandler(ignoring(logger("inner")));
    LoggerCommands.add(new Records());
  }

  private static Handler ignoring(@Nullable Logger handlersOwn) {
    return new Quiet() {
      @Override
      public void publish(LogRecord record) {
        if (handlersOwn != null) {
          handlersOwn.info("from the appender");
        }
      }
    };
  }

  private abstract static class Quiet extends Handler {
    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class Lines extends ExtHandler {
    private final Formatter lines =
        new PatternFormatter(
            "trace=%X{trace_id} span=%X{span_id} flags=%X{trace_flags} own=%X{own} %m");

    @Override
    protected void doPublish(ExtLogRecord record) {
      LINES.add(lines.format(record));
    }
  }

  /** Through the JDK's API, as applications do or through the library's own. */
  private static final class Records implements LoggerUnderTest {
    @Override
    public void log(String logger, String level, String text, @Nullable Throwable thrown) {
      java.util.logging.Logger.getLogger(logger).log(level(level), text, thrown);
    }

    private static java.util.logging.Level level(String name) {
      return name.equals("NOTICE")
          ? new Custom(name, 850)
          : LogContext.getLogContext().getLevelForName(name);
    }

    @Override
    public void logWith(String logger, Object argument) {
      Logger.getLogger(logger)
          .log(
              JBossLogManagerApp.class.getName(),
              Level.INFO,
              "text {0}",
              ExtLogRecord.FormatStyle.MESSAGE_FORMAT,
              new Object[] {readable(argument)},
              null);
    }

    /** The library itself cannot do with an argument that throws. */
    private static Object readable(Object argument) {
      return new Object() {
        @Override
        public String toString() {
          try {
            return String.valueOf(argument);
          } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
          }
        }
      };
    }

    @Override
    public void logUnformattable(String logger) {
      Logger.getLogger(logger)
          .logRaw(
              new ExtLogRecord(Level.INFO, "template", JBossLogManagerApp.class.getName()) {
                private static final long serialVersionUID = 1;

                @Override
                public String getFormattedMessage() {
                  throw new IllegalStateException("unformattable");
                }
              });
    }

    @Override
    public void logPair(String logger) {
      Logger.getLogger(logger).info("text");
    }

    @Override
    public void put(String key, String value) {
      MDC.put(key, value);
    }

    @Override
    public void remove(String key) {
      MDC.remove(key);
    }
  }

  private static final class Custom extends java.util.logging.Level {
    private static final long serialVersionUID = 1;

    Custom(String name, int value) {
      super(name, value);
    }
  }
}
