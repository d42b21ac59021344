package dev.gossamer.instrumentation.jettyclient12;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the exchange, one for each send, and who tells the listeners how it goes: the first runs
 * on the caller's thread, the second on the client's.
 */
public final class JettyClient12Instrumentation implements Instrumentation {
  private static final String TRANSPORT = "org.eclipse.jetty.client.transport.";
  private static final String RESPONSE = "org.eclipse.jetty.client.Response";

  @Override
  public void describe(Description it) {
    it.named("jetty-httpclient-12", "jetty-httpclient", "jetty-httpclient-12.0")
        .supports("Jetty HttpClient", "12.0 to 12.1");
    it.onType(TRANSPORT + "HttpExchange")
        .advise(
            constructor()
                .takes(
                    TRANSPORT + "HttpDestination",
                    TRANSPORT + "HttpRequest",
                    TRANSPORT + "ResponseListeners"),
            NewExchangeAdvice.class);
    it.onType(TRANSPORT + "ResponseListeners")
        .advise(method("notifyHeaders").takes(RESPONSE), HeadersAdvice.class)
        .advise(method("notifyFailure").takes(RESPONSE, "java.lang.Throwable"), FailureAdvice.class)
        .advise(
            method("notifyComplete").takes("org.eclipse.jetty.client.Result"), CompleteAdvice.class)
        .advise(
            method("notifyBegin", "notifyHeader", "notifyContentSource", "notifySuccess")
                .takesFirst(RESPONSE),
            NotifyAdvice.class);
    it.onType(TRANSPORT + "HttpRequest", TRANSPORT + "HttpConversation").carryState();
  }
}
