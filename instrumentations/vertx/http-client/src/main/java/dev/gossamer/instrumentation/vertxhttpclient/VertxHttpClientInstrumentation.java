package dev.gossamer.instrumentation.vertxhttpclient;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * A request has its span from the moment its head is written to that of the answer's head; every
 * hop of a redirect is a request of its own. See README.md.
 */
public final class VertxHttpClientInstrumentation implements Instrumentation {
  private static final String HTTP = "io.vertx.core.http.impl.";
  private static final String HANDLER = "io.vertx.core.Handler";
  private static final String OPTIONS = "io.vertx.core.http.RequestOptions";
  private static final String METHOD = "io.vertx.core.http.HttpMethod";
  private static final String STRING = "java.lang.String";

  @Override
  public void describe(Description it) {
    it.named("vertx-http-client", "vertx-http-client-4.0", "vertx-http-client-5.0")
        .supports("Vert.x HttpClient and WebClient", "4.0 to 5.1");

    it.onType(HTTP + "HttpClientRequestImpl")
        .carryState()
        .advise(method("doWrite"), WriteAdvice.class)
        .advise(
            method("handleNextRequest").takesFirst("io.vertx.core.http.HttpClientRequest"),
            NextRequestAdvice.class);
    it.onType(HTTP + "HttpClientRequestBase")
        .advise(
            method("handleResponse").takes("io.vertx.core.http.HttpClientResponse"),
            ResponseAdvice.class)
        .advise(method("fail").takes("java.lang.Throwable"), FailAdvice.class)
        .advise(method("reset").takesFirst("long"), ResetAdvice.class)
        .advise(method("cancel").takes(), ResetAdvice.class);

    // There is no request before there is a connection.
    it.onType(HTTP + "HttpClientImpl")
        .advise(method("request").takes(OPTIONS), ConnectAdvice.class)
        .advise(method("request").takes(OPTIONS, HANDLER), ConnectHandlerAdvice.class)
        .advise(method("request").takes(METHOD, "int", STRING, STRING), ConnectToAdvice.class)
        .advise(
            method("request").takes(METHOD, "int", STRING, STRING, HANDLER),
            ConnectToHandlerAdvice.class);
    it.onType("io.vertx.core.impl.future.FutureImpl").carryState();
  }
}
