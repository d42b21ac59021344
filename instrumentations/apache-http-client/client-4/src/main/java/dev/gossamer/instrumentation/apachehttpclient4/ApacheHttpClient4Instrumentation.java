package dev.gossamer.instrumentation.apachehttpclient4;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the last link of the execution chain, which redirects and retries come through each time,
 * and within it the sending itself, which it repeats to answer a challenge. The call around all
 * that counts.
 */
public final class ApacheHttpClient4Instrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named(
            "apache-httpclient-4",
            "apache-httpclient",
            "apache-httpclient-4.0",
            "apache-httpclient-4.3")
        .supports("Apache HttpClient", "4.3 to 4.5");
    it.onType(
            "org.apache.http.impl.client.InternalHttpClient",
            "org.apache.http.impl.client.MinimalHttpClient")
        .advise(
            method("doExecute")
                .takes(
                    "org.apache.http.HttpHost",
                    "org.apache.http.HttpRequest",
                    "org.apache.http.protocol.HttpContext"),
            CallAdvice.class);
    it.onType(
            "org.apache.http.impl.execchain.MainClientExec",
            "org.apache.http.impl.execchain.MinimalClientExec")
        .advise(
            method("execute")
                .takes(
                    "org.apache.http.conn.routing.HttpRoute",
                    "org.apache.http.client.methods.HttpRequestWrapper",
                    "org.apache.http.client.protocol.HttpClientContext",
                    "org.apache.http.client.methods.HttpExecutionAware"),
            SendAdvice.class);
    it.onType("org.apache.http.protocol.HttpRequestExecutor")
        .when(present("org.apache.http.impl.execchain.MainClientExec"))
        .advise(
            method("execute")
                .takes(
                    "org.apache.http.HttpRequest",
                    "org.apache.http.HttpClientConnection",
                    "org.apache.http.protocol.HttpContext"),
            TransmitAdvice.class);
  }
}
