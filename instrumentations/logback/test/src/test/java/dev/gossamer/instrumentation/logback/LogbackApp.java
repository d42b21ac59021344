package dev.gossamer.instrumentation.logback;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.gossamer.testing.app.LoggerCommands;
import dev.gossamer.testing.app.LoggerUnderTest;
import dev.gossamer.testing.app.TestApp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs, and answers with the line. */
final class LogbackApp {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  private LogbackApp() {}

  public static void main(String[] arguments) throws Exception {
    LoggerFactory.getLogger("start").info("started");
    Logger direct = logger("direct");
    direct.addAppender(lines(direct.getLoggerContext()));
    Logger async = logger("async");
    AsyncAppender behind = new AsyncAppender();
    behind.setContext(async.getLoggerContext());
    behind.addAppender(lines(async.getLoggerContext()));
    behind.start();
    async.addAppender(behind);
    records(direct.getLoggerContext());
    TestApp.command("log", a -> log(direct, "own", a[0]));
    TestApp.command("log-async", a -> log(async, "own", a[0]));
    TestApp.command("log-own", a -> log(direct, "trace_id", a[0]));
    TestApp.command("stream", a -> appending(LogbackApp::throughAStream));
    TestApp.command("change", a -> appending(LogbackApp::changed));
    TestApp.command("remains", a -> MDC.getCopyOfContextMap() == null ? "nothing" : remains());
    TestApp.serve();
    TestApp.awaitStop();
  }

  private static String remains() {
    return MDC.getCopyOfContextMap().isEmpty() ? "nothing" : "" + MDC.getCopyOfContextMap();
  }

  private static Logger logger(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    logger.setAdditive(false);
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

  /** What an appender makes of an event. */
  private static String appending(Function<ILoggingEvent, String> append) {
    Logger logger = logger("appending");
    StringBuilder appended = new StringBuilder();
    Appender<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            appended.append(append.apply(event));
          }
        };
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
    MDC.put("own", "application");
    try {
      logger.info("hello");
    } finally {
      MDC.remove("own");
      logger.detachAppender(appender);
    }
    return appended.toString();
  }

  private static String throughAStream(ILoggingEvent event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(LoggingEventVO.build(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Map<String, String> read = ((ILoggingEvent) in.readObject()).getMDCPropertyMap();
      return read.getClass().getSimpleName() + " " + new TreeMap<>(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String changed(ILoggingEvent event) {
    Map<String, String> properties = event.getMDCPropertyMap();
    properties.put("own", "changed");
    properties.remove("span_id");
    return new TreeMap<>(properties)
        + " "
        + properties.containsKey("own")
        + " "
        + properties.containsKey("span_id")
        + " "
        + properties.get("own");
  }

  private static Appender<ILoggingEvent> lines(LoggerContext context) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern("trace=%X{trace_id} span=%X{span_id} flags=%X{trace_flags} own=%X{own} %m");
    layout.start();
    Appender<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            LINES.add(layout.doLayout(event));
          }
        };
    appender.setContext(context);
    appender.start();
    return appender;
  }

  private static void records(LoggerContext context) {
    for (String name : new String[] {"records", "inner", "nesting"}) {
      logger(name).setLevel(Level.TRACE);
    }
    logger("quiet").setLevel(Level.INFO);
    Appender<ILoggingEvent> ignoring = ignoring(context, null);
    logger("parent").addAppender(ignoring);
    ((Logger) LoggerFactory.getLogger("parent.child")).addAppender(ignoring);
    logger("nesting").addAppender(ignoring(context, logger("inner")));
    LoggerCommands.add(new Records());
  }

  private static Appender<ILoggingEvent> ignoring(
      LoggerContext context, @Nullable Logger appendersOwn) {
    Appender<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (appendersOwn != null) {
              appendersOwn.info("from the appender");
            }
          }
        };
    appender.setContext(context);
    appender.start();
    return appender;
  }

  private static final class Records implements LoggerUnderTest {
    @Override
    public void log(String logger, String level, String text, @Nullable Throwable thrown) {
      int number = Level.toLocationAwareLoggerInteger(Level.toLevel(level));
      of(logger).log(null, LogbackApp.class.getName(), number, text, null, thrown);
    }

    @Override
    public void logWith(String logger, Object argument) {
      of(logger).info("text {}", argument);
    }

    @Override
    public void logUnformattable(String logger) {
      Logger to = of(logger);
      to.callAppenders(
          new LoggingEvent("here", to, Level.INFO, "template", null, null) {
            @Override
            public String getFormattedMessage() {
              throw new IllegalStateException("unformattable");
            }
          });
    }

    /** By reflection: SLF4J 1.7 has no pairs. */
    @Override
    public void logPair(String logger) {
      try {
        Object builder = org.slf4j.Logger.class.getMethod("atInfo").invoke(of(logger));
        Class<?> type = Class.forName("org.slf4j.spi.LoggingEventBuilder");
        builder =
            type.getMethod("addKeyValue", String.class, Object.class).invoke(builder, "sku", 7);
        type.getMethod("log", String.class).invoke(builder, "text");
      } catch (NoSuchMethodException older) {
        of(logger).info("text");
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void put(String key, String value) {
      MDC.put(key, value);
    }

    @Override
    public void remove(String key) {
      MDC.remove(key);
    }

    private static Logger of(String name) {
      return (Logger) LoggerFactory.getLogger(name);
    }
  }
}
