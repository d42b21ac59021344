package dev.gossamer.instrumentation.log4jappender;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Every event, however it came, passes its logger's configuration here after that has filtered it,
 * and then those of the parents. Where all loggers are asynchronous this is on another thread than
 * the one that logs: there the event is filled into a ring buffer, and keeps the context.
 */
public final class Log4jAppenderInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("log4j-appender", "log4j-appender-2.17").supports("Log4j log records", "2.17 to 2.25");
    it.onType("org.apache.logging.log4j.core.config.LoggerConfig")
        .advise(
            method("processLogEvent")
                .takes(
                    "org.apache.logging.log4j.core.LogEvent",
                    "org.apache.logging.log4j.core.config.LoggerConfig$LoggerConfigPredicate"),
            ProcessAdvice.class);
    it.onType("org.apache.logging.log4j.core.async.RingBufferLogEvent")
        .carryState()
        .advise(
            method("setValues").takesFirst("org.apache.logging.log4j.core.async.AsyncLogger"),
            RingBufferAdvice.class);
  }
}
