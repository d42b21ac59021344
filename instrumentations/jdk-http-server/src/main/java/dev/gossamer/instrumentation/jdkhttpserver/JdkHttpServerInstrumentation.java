package dev.gossamer.instrumentation.jdkhttpserver;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the filter chain, through which every request passes, and what ends an exchange. */
public final class JdkHttpServerInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("java-http-server", "jdk-http-server").supports("JDK HttpServer", "8 to 25");
    it.onType("com.sun.net.httpserver.Filter$Chain")
        .advise(
            method("doFilter").takes("com.sun.net.httpserver.HttpExchange"), HandleAdvice.class);
    it.onType("sun.net.httpserver.HttpExchangeImpl", "sun.net.httpserver.HttpsExchangeImpl")
        .carryState()
        .advise(method("sendResponseHeaders").takes("int", "long"), AnswerAdvice.class)
        .advise(method("close").takes(), CloseAdvice.class);
  }
}
