package dev.gossamer.instrumentation.log4j1;

import dev.gossamer.testing.app.LoggerCommands;
import dev.gossamer.testing.app.LoggerUnderTest;
import dev.gossamer.testing.app.TestApp;
import java.util.Hashtable;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.log4j.Appender;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.AsyncAppender;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.MDC;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;

/** Logs, and answers with the line. */
final class Log4j1App {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  private Log4j1App() {}

  public static void main(String[] arguments) throws Exception {
    Logger.getRootLogger().setLevel(Level.INFO);
    Logger.getRootLogger().addAppender(ignoring(null));
    Logger.getLogger("start").info("started");
    Logger direct = logger("direct");
    direct.addAppender(new Lines());
    Logger async = logger("async");
    AsyncAppender behind = new AsyncAppender();
    behind.addAppender(new Lines());
    async.addAppender(behind);
    records();
    TestApp.command("log", a -> log(direct, "own", a[0]));
    TestApp.command("log-async", a -> log(async, "own", a[0]));
    TestApp.command("log-own", a -> log(direct, "trace_id", a[0]));
    TestApp.command("remains", a -> remains());
    TestApp.command("all", a -> all(a[0]));
    TestApp.serve();
    TestApp.awaitStop();
  }

  private static String remains() {
    Hashtable<?, ?> context = MDC.getContext();
    return context == null || context.isEmpty() ? "nothing" : context.toString();
  }

  private static Logger logger(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setAdditivity(false);
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

  /** What an appender that asks for all entries gets, sorted. */
  private static String all(String text) {
    Logger logger = logger("all");
    StringBuilder answer = new StringBuilder();
    logger.addAppender(
        new Quiet() {
          @Override
          protected void append(LoggingEvent event) {
            answer.append(new TreeMap<Object, Object>(event.getProperties()));
          }
        });
    MDC.put("own", "application");
    try {
      logger.info(text);
    } finally {
      MDC.remove("own");
      logger.removeAllAppenders();
    }
    return answer.toString();
  }

  private static void records() {
    for (String name : new String[] {"records", "inner", "nesting"}) {
      logger(name).setLevel((Level) Level.ALL);
    }
    logger("quiet").setLevel(Level.INFO);
    logger("parent").addAppender(ignoring(null));
    Logger.getLogger("parent.child").addAppender(ignoring(null));
    logger("nesting").addAppender(ignoring(logger("inner")));
    LoggerCommands.add(new Records());
  }

  private static Appender ignoring(@Nullable Logger appendersOwn) {
    return new Quiet() {
      @Override
      protected void append(LoggingEvent event) {
        if (appendersOwn != null) {
          appendersOwn.info("from the appender");
        }
      }
    };
  }

  private abstract static class Quiet extends AppenderSkeleton {
    @Override
    public void close() {}

    @Override
    public boolean requiresLayout() {
      return false;
    }
  }

  private static final class Lines extends Quiet {
    private final PatternLayout lines =
        new PatternLayout(
            "trace=%X{trace_id} span=%X{span_id} flags=%X{trace_flags} own=%X{own} %m");

    @Override
    protected void append(LoggingEvent event) {
      LINES.add(lines.format(event));
    }
  }

  /** A level as applications make them. */
  private static final class Custom extends Level {
    private static final long serialVersionUID = 1;

    Custom(int number, String name) {
      super(number, name, 5);
    }
  }

  private static final class Records implements LoggerUnderTest {
    @Override
    public void log(String logger, String level, String text, @Nullable Throwable thrown) {
      Logger.getLogger(logger).log(Log4j1App.class.getName(), level(level), text, thrown);
    }

    private static Level level(String name) {
      return switch (name) {
        case "FINEST" -> new Custom(2_500, name);
        case "TRACE" -> new Custom(5_000, name);
        case "NOTICE" -> new Custom(25_000, name);
        case "PANIC" -> new Custom(60_000, name);
        default -> Level.toLevel(name);
      };
    }

    /** There are no arguments: an object is the message, and must not throw. */
    @Override
    public void logWith(String logger, Object argument) {
      Logger.getLogger(logger)
          .info(
              new Object() {
                @Override
                public String toString() {
                  try {
                    return "text " + argument;
                  } catch (IllegalStateException e) {
                    return "text " + e.getMessage();
                  }
                }
              });
    }

    @Override
    public void logUnformattable(String logger) {
      Logger to = Logger.getLogger(logger);
      to.callAppenders(
          new LoggingEvent(Log4j1App.class.getName(), to, Level.INFO, "template", null) {
            private static final long serialVersionUID = 1;

            @Override
            public String getRenderedMessage() {
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
}
