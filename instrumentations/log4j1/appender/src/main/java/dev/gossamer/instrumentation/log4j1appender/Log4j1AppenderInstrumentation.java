package dev.gossamer.instrumentation.log4j1appender;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.absent;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Every event that a logger lets pass goes to its appenders and those of its parents here, once, on
 * the thread that logs. Others have classes of the same names: what is logged by the bridges of
 * SLF4J and Log4j 2 and by WildFly's Log4j becomes an event of the library behind.
 */
public final class Log4j1AppenderInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("log4j1-appender", "log4j-appender", "log4j-appender-1.2")
        .supports("Log4j 1 log records", "1.2.8 to 1.2.17")
        .supports("reload4j log records", "1.2.18 to 1.2.26");
    it.onType("org.apache.log4j.Category")
        .when(
            present("org.apache.log4j.ProvisionNode"),
            absent("org.apache.log4j.bridge.LogEventAdapter"),
            absent("org.apache.log4j.JBossLogManagerFacade"))
        .advise(
            method("callAppenders").takes("org.apache.log4j.spi.LoggingEvent"),
            CallAppendersAdvice.class);
  }
}
