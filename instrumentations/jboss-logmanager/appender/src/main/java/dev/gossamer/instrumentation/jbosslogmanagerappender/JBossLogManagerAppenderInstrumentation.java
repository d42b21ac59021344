package dev.gossamer.instrumentation.jbosslogmanagerappender;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Every record, however it came, passes its logger's node here after level and filter, and then the
 * nodes of the parents, on the thread that logs.
 */
public final class JBossLogManagerAppenderInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("jboss-logmanager-appender", "jboss-logmanager-appender-1.1")
        .supports("JBoss LogManager log records", "2.0 to 3.2");
    it.onType("org.jboss.logmanager.LoggerNode")
        .advise(method("publish").takes("org.jboss.logmanager.ExtLogRecord"), PublishAdvice.class);
  }
}
