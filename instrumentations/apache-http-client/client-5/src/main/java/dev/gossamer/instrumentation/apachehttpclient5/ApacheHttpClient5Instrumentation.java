package dev.gossamer.instrumentation.apachehttpclient5;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the link of the execution chain that connects: redirects, retries and answers to
 * challenges come through it each time, answers out of a cache never.
 */
public final class ApacheHttpClient5Instrumentation implements Instrumentation {
  private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
  private static final String ASYNC = "org.apache.hc.client5.http.impl.async.";

  @Override
  public void describe(Description it) {
    it.named("apache-httpclient-5", "apache-httpclient", "apache-httpclient-5.0")
        .supports("Apache HttpClient", "5.0 to 5.6");
    it.onType(CLASSIC + "ConnectExec")
        .advise(
            method("execute")
                .takes(
                    "org.apache.hc.core5.http.ClassicHttpRequest",
                    "org.apache.hc.client5.http.classic.ExecChain$Scope",
                    "org.apache.hc.client5.http.classic.ExecChain"),
            ConnectAdvice.class);
    it.onType(CLASSIC + "MinimalHttpClient")
        .advise(
            method("doExecute")
                .takes(
                    "org.apache.hc.core5.http.HttpHost",
                    "org.apache.hc.core5.http.ClassicHttpRequest",
                    "org.apache.hc.core5.http.protocol.HttpContext"),
            MinimalExecuteAdvice.class);
    it.onType(ASYNC + "AsyncConnectExec")
        .advise(
            method("execute")
                .takes(
                    "org.apache.hc.core5.http.HttpRequest",
                    "org.apache.hc.core5.http.nio.AsyncEntityProducer",
                    "org.apache.hc.client5.http.async.AsyncExecChain$Scope",
                    "org.apache.hc.client5.http.async.AsyncExecChain",
                    "org.apache.hc.client5.http.async.AsyncExecCallback"),
            AsyncConnectAdvice.class);
    it.onType(ASYNC + "InternalAbstractHttpAsyncClient")
        .advise(
            method("doExecute")
                .takes(
                    "org.apache.hc.core5.http.HttpHost",
                    "org.apache.hc.core5.http.nio.AsyncRequestProducer",
                    "org.apache.hc.core5.http.nio.AsyncResponseConsumer",
                    "org.apache.hc.core5.http.nio.HandlerFactory",
                    "org.apache.hc.core5.http.protocol.HttpContext",
                    "org.apache.hc.core5.concurrent.FutureCallback"),
            CallbackAdvice.class);
    it.onType("org.apache.hc.core5.concurrent.ComplexFuture")
        .when(present(ASYNC + "AsyncConnectExec"))
        .carryState()
        .advise(method("cancel").takes("boolean"), CancelAdvice.class);
    it.onType(
            CLASSIC + "InternalExecRuntime",
            ASYNC + "InternalHttpAsyncExecRuntime",
            ASYNC + "InternalH2AsyncExecRuntime")
        .carryState();
  }
}
