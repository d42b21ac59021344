package dev.gossamer.instrumentation.logback;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** An event keeps the span it was made in, and shows it wherever it shows its MDC. */
public final class LogbackInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("logback-mdc", "logback-mdc-1.0").supports("Logback", "1.2 to 1.5");
    it.onType("ch.qos.logback.classic.spi.LoggingEvent")
        .carryState()
        .advise(constructor(), EventMadeAdvice.class)
        .advise(method("getMDCPropertyMap").takes(), PropertiesAdvice.class);
  }
}
