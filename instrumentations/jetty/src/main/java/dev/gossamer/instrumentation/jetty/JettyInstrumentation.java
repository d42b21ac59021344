package dev.gossamer.instrumentation.jetty;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the channel, which takes a request from HTTP/1 or HTTP/2, runs everything that handles it
 * and hears of its end. Jetty 12 has another instrumentation.
 */
public final class JettyInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("jetty", "jetty-8.0", "jetty-11.0").supports("Jetty", "9.4 to 11.0");
    it.onType("org.eclipse.jetty.server.HttpChannel")
        // What Jetty 12 has no more.
        .when(present("org.eclipse.jetty.server.HttpTransport"))
        .carryState()
        .advise(method("onRequest").returns("void"), RequestAdvice.class)
        .advise(method("handle").takes().returns("boolean"), HandleAdvice.class)
        .advise(method("abort").takes("java.lang.Throwable"), AbortAdvice.class)
        .advise(method("onCompleted").takes(), CompletedAdvice.class);
  }
}
