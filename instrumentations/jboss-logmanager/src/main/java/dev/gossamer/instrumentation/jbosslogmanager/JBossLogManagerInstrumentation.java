package dev.gossamer.instrumentation.jbosslogmanager;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * A record keeps the span it was made in, and shows it wherever it shows its MDC. For handlers that
 * know no better the library copies a record.
 */
public final class JBossLogManagerInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("jboss-logmanager-mdc", "jboss-logmanager-mdc-1.1")
        .supports("JBoss LogManager", "2.0 to 3.2");
    it.onType("org.jboss.logmanager.ExtLogRecord")
        .carryState()
        .advise(constructor().takesFirst("java.util.logging.Level"), RecordMadeAdvice.class)
        .advise(constructor().takes("org.jboss.logmanager.ExtLogRecord"), RecordCopiedAdvice.class)
        .advise(method("getMdc").takes("java.lang.String"), EntryAdvice.class)
        .advise(method("getMdcCopy").takes(), EntriesAdvice.class);
  }
}
