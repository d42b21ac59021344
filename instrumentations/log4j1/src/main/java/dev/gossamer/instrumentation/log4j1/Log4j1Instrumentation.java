package dev.gossamer.instrumentation.log4j1;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.absent;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * An event keeps the span it was made in, and shows it wherever it shows its MDC. Others have
 * classes of the same names: what is logged by the bridges of SLF4J and Log4j 2 and by WildFly's
 * Log4j becomes an event of the library behind.
 */
public final class Log4j1Instrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("log4j-mdc", "log4j-mdc-1.2")
        .supports("Log4j 1", "1.2.8 to 1.2.17")
        .supports("reload4j", "1.2.18 to 1.2.26");
    it.onType("org.apache.log4j.spi.LoggingEvent")
        .when(
            present("org.apache.log4j.ProvisionNode"),
            absent("org.apache.log4j.bridge.LogEventAdapter"),
            absent("org.apache.log4j.JBossLogManagerFacade"))
        .carryState()
        .advise(constructor(), EventMadeAdvice.class)
        .advise(method("getMDC").takes("java.lang.String"), EntryAdvice.class)
        .advise(method("getProperties").takes().returns("java.util.Map"), EntriesAdvice.class);
  }
}
