package dev.gossamer.instrumentation.log4j;

import dev.gossamer.testing.app.LoggerCommands;
import dev.gossamer.testing.app.LoggerUnderTest;
import dev.gossamer.testing.app.TestApp;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LifeCycle;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerConfig;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.AsynchronouslyFormattable;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.StringMapMessage;
import org.jspecify.annotations.Nullable;

/** Logs, and answers with the line. */
final class Log4jApp {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  private Log4jApp() {}

  public static void main(String[] arguments) throws Exception {
    Level.forName("NOTICE", 350);
    LogManager.getLogger("start").error("started");
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Configuration configuration = context.getConfiguration();
    Lines lines = new Lines();
    lines.start();
    configuration.addAppender(lines);
    AsyncAppender behind =
        AsyncAppender.newBuilder()
            .setName("behind")
            .setConfiguration(configuration)
            .setAppenderRefs(new AppenderRef[] {AppenderRef.createAppenderRef("lines", null, null)})
            .build();
    behind.start();
    add(configuration, "direct").addAppender(lines, null, null);
    add(configuration, "async").addAppender(behind, null, null);
    Ignoring ignoring = new Ignoring("ignoring", null);
    Ignoring nesting = new Ignoring("nesting", "inner");
    boolean async = arguments.length > 0;
    for (String name : new String[] {"records", "inner"}) {
      LoggerConfig logger = add(configuration, name, async, false);
      logger.setLevel(Level.ALL);
      logger.addAppender(ignoring, null, null);
    }
    add(configuration, "quiet", async, false);
    add(configuration, "parent", false, false).addAppender(ignoring, null, null);
    add(configuration, "parent.child", async, true).addAppender(ignoring, null, null);
    add(configuration, "nesting", async, false).addAppender(nesting, null, null);
    LoggerCommands.add(new Records());
    if (async) {
      // The thread behind asynchronous configurations; a configuration file would have started it.
      ((LifeCycle) configuration.getAsyncLoggerConfigDelegate()).start();
    }
    context.updateLoggers();
    Logger direct = LogManager.getLogger("direct");
    Logger behindAppender = LogManager.getLogger("async");
    TestApp.command("log", a -> log(direct, "own", a[0]));
    TestApp.command("log-async", a -> log(behindAppender, "own", a[0]));
    TestApp.command("log-own", a -> log(direct, "trace_id", a[0]));
    TestApp.command(
        "remains", a -> ThreadContext.isEmpty() ? "nothing" : "" + ThreadContext.getContext());
    TestApp.serve();
    TestApp.awaitStop();
  }

  private static LoggerConfig add(Configuration configuration, String name) {
    return add(configuration, name, false, false);
  }

  @SuppressWarnings("deprecation")
  private static LoggerConfig add(
      Configuration configuration, String name, boolean async, boolean additive) {
    LoggerConfig logger =
        async
            ? AsyncLoggerConfig.createLogger(
                "" + additive, "INFO", name, null, new AppenderRef[0], null, configuration, null)
            : new LoggerConfig(name, Level.INFO, additive);
    configuration.addLogger(name, logger);
    if (async) {
      logger.start();
    }
    return logger;
  }

  private static String log(Logger logger, String key, String text) throws InterruptedException {
    ThreadContext.put(key, key.equals("own") ? "application" : "mine");
    try {
      logger.info(text);
    } finally {
      ThreadContext.remove(key);
    }
    return String.valueOf(LINES.poll(20, TimeUnit.SECONDS));
  }

  private static final class Lines extends AbstractAppender {
    Lines() {
      super(
          "lines",
          null,
          PatternLayout.newBuilder()
              .withPattern(
                  "trace=%X{trace_id} span=%X{span_id} flags=%X{trace_flags} own=%X{own} %m")
              .build(),
          true,
          Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      LINES.add(String.valueOf(getLayout().toSerializable(event)));
    }
  }

  private static final class Ignoring extends AbstractAppender {
    private final @Nullable String logsTo;

    Ignoring(String name, @Nullable String logsTo) {
      super(name, null, null, true, Property.EMPTY_ARRAY);
      this.logsTo = logsTo;
      start();
    }

    @Override
    public void append(LogEvent event) {
      if (logsTo != null) {
        LogManager.getLogger(logsTo).info("from the appender");
      }
    }
  }

  private static final class Records implements LoggerUnderTest {
    @Override
    public void log(String logger, String level, String text, @Nullable Throwable thrown) {
      LogManager.getLogger(logger).log(Level.valueOf(level), text, thrown);
    }

    @Override
    public void logWith(String logger, Object argument) {
      LogManager.getLogger(logger).info("text {}", argument);
    }

    @Override
    public void logUnformattable(String logger) {
      LogManager.getLogger(logger).info(new Unformattable());
    }

    @Override
    public void logPair(String logger) {
      LogManager.getLogger(logger).info(new StringMapMessage().with("sku", "7"));
    }

    @Override
    public void put(String key, String value) {
      ThreadContext.put(key, value);
    }

    @Override
    public void remove(String key) {
      ThreadContext.remove(key);
    }
  }

  @AsynchronouslyFormattable
  private static final class Unformattable implements Message {
    @Override
    public String getFormattedMessage() {
      throw new IllegalStateException("unformattable");
    }

    @Override
    public String getFormat() {
      return "template";
    }

    @Override
    public Object @Nullable [] getParameters() {
      return null;
    }

    @Override
    public @Nullable Throwable getThrowable() {
      return null;
    }
  }
}
