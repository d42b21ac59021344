package dev.gossamer.instrumentation.asynchttpclient;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * A span for each send, from before its connection to the end of its answer, and the caller's
 * context wherever the application is called back. See README.md.
 */
public final class AsyncHttpClientInstrumentation implements Instrumentation {
  private static final String FUTURE = "org.asynchttpclient.netty.NettyResponseFuture";
  private static final String CHANNEL = "io.netty.channel.Channel";

  @Override
  public void describe(Description it) {
    it.named("async-http-client", "async-http-client-2.0", "async-http-client-1.9")
        .supports("AsyncHttpClient", "2.0 to 3.0");

    it.onType(FUTURE)
        .carryState()
        .advise(constructor(), NewFutureAdvice.class)
        .advise(method("done").takes(), DoneAdvice.class)
        .advise(method("abort").takes("java.lang.Throwable"), AbortAdvice.class)
        .advise(method("cancel").takes("boolean"), CancelAdvice.class);

    it.onType("org.asynchttpclient.netty.request.NettyRequestSender")
        .advise(
            method("sendRequestWithNewChannel")
                .takesFirst(
                    "org.asynchttpclient.Request", "org.asynchttpclient.proxy.ProxyServer", FUTURE),
            ConnectAdvice.class)
        .advise(method("writeRequest").takes(FUTURE, CHANNEL), WriteAdvice.class)
        .advise(method("retry", "replayRequest").takesFirst(FUTURE), RetryAdvice.class);

    it.onType("org.asynchttpclient.netty.handler.intercept.Interceptors")
        .advise(method("exitAfterIntercept").takesFirst(CHANNEL, FUTURE), InterceptAdvice.class);

    it.onType(
            "org.asynchttpclient.netty.handler.HttpHandler",
            "org.asynchttpclient.netty.handler.Http2Handler",
            "org.asynchttpclient.netty.handler.WebSocketHandler")
        .advise(method("handleRead").takes(CHANNEL, FUTURE, "java.lang.Object"), ReadAdvice.class);
  }
}
