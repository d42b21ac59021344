package dev.gossamer.instrumentation.grizzly;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the entry into the server's handlers, the handlers themselves, which may run in other
 * threads, and what tells Grizzly's own probes how a request ended.
 */
public final class GrizzlyInstrumentation implements Instrumentation {
  private static final String SERVER = "org.glassfish.grizzly.http.server.";
  private static final String REQUEST = SERVER + "Request";
  private static final String RESPONSE = SERVER + "Response";

  @Override
  public void describe(Description it) {
    it.named("grizzly").supports("Grizzly", "2.3 to 5.0");
    it.onType(SERVER + "HttpHandler", SERVER + "HttpHandlerChain")
        .advise(method("doHandle").takes(REQUEST, RESPONSE), HandleAdvice.class);
    it.onSubtypesOf(SERVER + "HttpHandler")
        .advise(method("service").takes(REQUEST, RESPONSE), ServiceAdvice.class);
    it.onType(REQUEST).carryState();
    it.onType(SERVER + "HttpServerProbeNotifier")
        .advise(
            method("notifyRequestComplete")
                .takes(SERVER + "HttpServerFilter", "org.glassfish.grizzly.Connection", RESPONSE),
            CompleteAdvice.class)
        .advise(
            method("notifyRequestCancel")
                .takes(SERVER + "HttpServerFilter", "org.glassfish.grizzly.Connection", REQUEST),
            CancelAdvice.class);
  }
}
