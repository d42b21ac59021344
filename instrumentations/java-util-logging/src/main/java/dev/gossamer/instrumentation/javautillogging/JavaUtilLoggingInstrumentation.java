package dev.gossamer.instrumentation.javautillogging;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import dev.gossamer.api.description.Requirement;

/**
 * Every record passes {@code Logger.log(LogRecord)}, which looks at level and filter and then asks
 * for handlers, those of the logger first. Loggers of other libraries replace that method by one
 * that leads to those libraries, and some handlers do: there the record ends, and there it becomes
 * a log record.
 */
public final class JavaUtilLoggingInstrumentation implements Instrumentation {
  private static final String SLF4J = "org.slf4j.bridge.SLF4JBridgeHandler";
  private static final String LOG4J = "org.apache.logging.log4j.jul.Log4jBridgeHandler";

  @Override
  public void describe(Description it) {
    it.named("java-util-logging").supports("java.util.logging log records", "8 to 25");
    it.onType("java.util.logging.Logger")
        .advise(method("log").takes("java.util.logging.LogRecord"), LogAdvice.class);
    handsOn(it, SLF4J, present("ch.qos.logback.classic.Logger"));
    handsOn(it, SLF4J, present("org.apache.logging.log4j.core.LoggerContext"));
    handsOn(it, SLF4J, present("org.apache.log4j.ProvisionNode"));
    handsOn(it, LOG4J, present("org.apache.logging.log4j.core.LoggerContext"));
  }

  /** Where the library behind the handler is one whose events become log records. */
  private static void handsOn(Description it, String handler, Requirement library) {
    it.onType(handler)
        .when(library)
        .advise(method("publish").takes("java.util.logging.LogRecord"), HandOnAdvice.class);
  }
}
