package dev.gossamer.instrumentation.httpurlconnection;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the three methods by which a request can start. HTTPS connections delegate to a subclass
 * of the same class, which connects in its own way.
 */
public final class HttpUrlConnectionInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("http-url-connection").supports("HttpURLConnection", "8 to 25");
    it.onType("sun.net.www.protocol.http.HttpURLConnection")
        .carryState()
        .advise(
            method("connect", "getOutputStream", "getInputStream").takes(), RequestAdvice.class);
    it.onType("sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection")
        .advise(method("connect").takes(), RequestAdvice.class);
  }
}
