package dev.gossamer.instrumentation.logback;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.gossamer.testing.app.TestApp;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs, and answers with the line. */
final class LogbackApp {
  private static final LinkedBlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  private LogbackApp() {}

  public static void main(String[] arguments) throws Exception {
    Logger direct = logger("direct");
    direct.addAppender(lines(direct.getLoggerContext()));
    Logger async = logger("async");
    AsyncAppender behind = new AsyncAppender();
    behind.setContext(async.getLoggerContext());
    behind.addAppender(lines(async.getLoggerContext()));
    behind.start();
    async.addAppender(behind);
    TestApp.command("log", a -> log(direct, "own", a[0]));
    TestApp.command("log-async", a -> log(async, "own", a[0]));
    TestApp.command("log-own", a -> log(direct, "trace_id", a[0]));
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
}
