package dev.gossamer.instrumentation.reactornetty;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Every subscription to a request has a handler of its own, through connecting, redirects and
 * retries. It keeps the context; the codec below makes the spans. See README.md.
 */
public final class ReactorNettyInstrumentation implements Instrumentation {
  private static final String CLIENT = "reactor.netty.http.client.";
  private static final String CONNECT = CLIENT + "HttpClientConnect$";
  private static final String HANDLER = CONNECT + "HttpClientHandler";

  @Override
  public void describe(Description it) {
    it.named("reactor-netty", "reactor-netty-1.0")
        .supports("Reactor Netty HttpClient, Spring WebClient", "1.0 to 1.3");

    it.onType(HANDLER)
        .carryState()
        .advise(constructor().takes(CLIENT + "HttpClientConfig"), SubscribedAdvice.class)
        .advise(method("requestWithBody").takes(CLIENT + "HttpClientOperations"), SendAdvice.class)
        .advise(method("test").takes("java.lang.Throwable"), FailedAdvice.class);
    it.onType(CONNECT + "HttpIOHandlerObserver")
        .carryState()
        .advise(
            constructor().takes("reactor.core.publisher.MonoSink", HANDLER),
            ObserverMadeAdvice.class)
        .advise(
            method("onStateChange")
                .takes("reactor.netty.Connection", "reactor.netty.ConnectionObserver$State"),
            StateChangeAdvice.class);
    it.onType(CLIENT + "HttpClientOperations")
        .carryState()
        .advise(method("onInboundCancel").takes(), GiveUpAdvice.class);
  }
}
