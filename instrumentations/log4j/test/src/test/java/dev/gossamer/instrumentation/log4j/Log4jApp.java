package dev.gossamer.instrumentation.log4j;

import dev.gossamer.testing.app.TestApp;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Logs, and answers with the line. */
final class Log4jApp {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  private Log4jApp() {}

  public static void main(String[] arguments) throws Exception {
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
    context.updateLoggers();
    Logger direct = LogManager.getLogger("direct");
    Logger async = LogManager.getLogger("async");
    TestApp.command("log", a -> log(direct, "own", a[0]));
    TestApp.command("log-async", a -> log(async, "own", a[0]));
    TestApp.command("log-own", a -> log(direct, "trace_id", a[0]));
    TestApp.command(
        "remains", a -> ThreadContext.isEmpty() ? "nothing" : "" + ThreadContext.getContext());
    TestApp.serve();
    TestApp.awaitStop();
  }

  private static LoggerConfig add(Configuration configuration, String name) {
    LoggerConfig logger = new LoggerConfig(name, Level.INFO, false);
    configuration.addLogger(name, logger);
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
}
