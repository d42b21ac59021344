package dev.gossamer.instrumentation.logbackappender;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Every event that a logger lets pass goes to its appenders here, once, on the thread that logs.
 */
public final class LogbackAppenderInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("logback-appender", "logback-appender-1.0")
        .supports("Logback log records", "1.2 to 1.5");
    it.onType("ch.qos.logback.classic.Logger")
        .advise(
            method("callAppenders").takes("ch.qos.logback.classic.spi.ILoggingEvent"),
            CallAppendersAdvice.class);
  }
}
