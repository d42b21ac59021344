package dev.gossamer.instrumentation.jettyclient9;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the exchange, one for each send, and who tells the listeners how it goes: the first runs
 * on the caller's thread, the second on the client's.
 */
public final class JettyClient9Instrumentation implements Instrumentation {
  private static final String RESPONSE = "org.eclipse.jetty.client.api.Response";

  @Override
  public void describe(Description it) {
    it.named("jetty-httpclient-9", "jetty-httpclient", "jetty-httpclient-9.2")
        .supports("Jetty HttpClient", "9.4 to 11");
    it.onType("org.eclipse.jetty.client.HttpExchange")
        // Jetty 8 has a class of this name that is something else.
        .when(present("org.eclipse.jetty.client.ResponseNotifier"))
        .advise(
            constructor()
                .takes(
                    "org.eclipse.jetty.client.HttpDestination",
                    "org.eclipse.jetty.client.HttpRequest",
                    "java.util.List"),
            NewExchangeAdvice.class);
    it.onType("org.eclipse.jetty.client.ResponseNotifier")
        .advise(method("notifyHeaders").takes("java.util.List", RESPONSE), HeadersAdvice.class)
        .advise(
            method("notifyFailure").takes("java.util.List", RESPONSE, "java.lang.Throwable"),
            FailureAdvice.class)
        .advise(
            method("notifyComplete").takes("java.util.List", "org.eclipse.jetty.client.api.Result"),
            CompleteAdvice.class)
        .advise(
            method("notifyBegin", "notifyHeader", "notifyContent", "notifySuccess")
                .takesFirst("java.util.List", RESPONSE),
            NotifyAdvice.class)
        .advise(
            method("notifyBeforeContent", "notifyContent").takesFirst(RESPONSE),
            NotifyContentAdvice.class);
    it.onType("org.eclipse.jetty.client.HttpRequest", "org.eclipse.jetty.client.HttpConversation")
        .carryState();
  }
}
