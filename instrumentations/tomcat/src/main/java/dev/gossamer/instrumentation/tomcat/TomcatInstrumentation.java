package dev.gossamer.instrumentation.tomcat;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the engine's last valve, through which every request goes that Tomcat could parse, and
 * what gives a request object back, which ends every request however it went.
 */
public final class TomcatInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("tomcat").supports("Tomcat", "7.0 to 11.0");
    it.onType("org.apache.catalina.core.StandardEngineValve")
        .advise(
            method("invoke")
                .takes(
                    "org.apache.catalina.connector.Request",
                    "org.apache.catalina.connector.Response"),
            EngineAdvice.class);
    it.onType("org.apache.catalina.connector.Request")
        .carryState()
        .advise(method("recycle").takes(), RecycleAdvice.class);
    it.onType("org.apache.catalina.connector.Response")
        .advise(method("flushBuffer").takes(), FlushAdvice.class);
    it.onType("org.apache.catalina.connector.CoyoteAdapter")
        .advise(
            method("asyncDispatch")
                .takesFirst("org.apache.coyote.Request", "org.apache.coyote.Response"),
            AsyncDispatchAdvice.class)
        .advise(
            method("service").takes("org.apache.coyote.Request", "org.apache.coyote.Response"),
            RefusedAdvice.class)
        .advise(
            method("log").takes("org.apache.coyote.Request", "org.apache.coyote.Response", "long"),
            RefusedAdvice.class);
  }
}
