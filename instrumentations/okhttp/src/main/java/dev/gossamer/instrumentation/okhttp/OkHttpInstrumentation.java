package dev.gossamer.instrumentation.okhttp;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the step of a call that opens the connection and sends, below redirects, retries and the
 * cache: one span for each request that leaves. Names have moved between releases, their meaning
 * has not.
 */
public final class OkHttpInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("okhttp", "okhttp-3.0").supports("OkHttp", "3.0 to 5.x");

    it.onType("okhttp3.RealCall", "okhttp3.internal.connection.RealCall")
        .advise(
            method("getResponseWithInterceptorChain", "getResponseWithInterceptorChain$okhttp"),
            CallAdvice.class)
        // Follows redirects before 3.4.
        .advise(method("getResponse").takes("okhttp3.Request", "boolean"), FollowUpAdvice.class);
    it.onType("okhttp3.internal.http.RetryAndFollowUpInterceptor")
        .advise(method("intercept").takes("okhttp3.Interceptor$Chain"), FollowUpAdvice.class);
    it.onType("okhttp3.internal.connection.ConnectInterceptor")
        .advise(method("intercept").takes("okhttp3.Interceptor$Chain"), ConnectAdvice.class);
    it.onType(
            "okhttp3.internal.http1.Http1ExchangeCodec",
            "okhttp3.internal.http2.Http2ExchangeCodec",
            "okhttp3.internal.http1.Http1Codec",
            "okhttp3.internal.http2.Http2Codec",
            "okhttp3.internal.http.Http1xStream",
            "okhttp3.internal.http.Http2xStream")
        .advise(method("writeRequestHeaders").takes("okhttp3.Request"), HeadersAdvice.class);

    // Sends before 3.4.
    it.onType("okhttp3.internal.http.HttpEngine")
        .advise(
            constructor().takesFirst("okhttp3.OkHttpClient", "okhttp3.Request"),
            NewEngineAdvice.class)
        .advise(method("connect").takes(), EngineConnectAdvice.class)
        .advise(method("readNetworkResponse").takes(), EngineResponseAdvice.class)
        .advise(method("recover").takesFirst("java.io.IOException"), EngineRecoverAdvice.class);

    it.onType("okhttp3.RealCall$AsyncCall", "okhttp3.internal.connection.RealCall$AsyncCall")
        .carryState()
        .advise(constructor(), NewAsyncCallAdvice.class)
        .advise(method("executeOn").takes("java.util.concurrent.ExecutorService"), RunAdvice.class)
        .advise(method("execute", "run").takes(), RunAdvice.class);

    // What starts OkHttp's own threads belongs to nobody's request.
    it.onType("okhttp3.internal.concurrent.TaskRunner$RealBackend")
        .advise(method("execute"), OwnTaskAdvice.class);
    it.onType("okhttp3.internal.connection.RealConnectionPool", "okhttp3.ConnectionPool")
        .advise(method("put"), OwnTaskAdvice.class);
  }
}
