package dev.gossamer.instrumentation.jdkhttpclient;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the client behind the facade. A blocking send calls the asynchronous one from within:
 * whichever comes first makes the span.
 */
public final class JdkHttpClientInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("java-http-client", "jdk-http-client").supports("JDK HttpClient", "11 to 25");
    it.onType("jdk.internal.net.http.HttpClientImpl")
        .advise(
            method("send")
                .takes("java.net.http.HttpRequest", "java.net.http.HttpResponse$BodyHandler"),
            SendAdvice.class)
        .advise(method("sendAsync").takesFirst("java.net.http.HttpRequest"), SendAsyncAdvice.class);
  }
}
