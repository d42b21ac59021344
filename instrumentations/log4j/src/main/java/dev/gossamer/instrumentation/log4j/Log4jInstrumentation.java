package dev.gossamer.instrumentation.log4j;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises what gathers the context data of each event, on the thread that logs: from there it goes
 * with the event to every layout and appender.
 */
public final class Log4jInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("log4j-context-data", "log4j-context-data-2.17").supports("Log4j", "2.17 to 2.25");
    it.onSubtypesOf("org.apache.logging.log4j.core.ContextDataInjector")
        .advise(
            method("injectContextData")
                .takes("java.util.List", "org.apache.logging.log4j.util.StringMap"),
            InjectAdvice.class);
  }
}
