package dev.gossamer.instrumentation.undertow;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the one method through which every protocol starts and every dispatch resumes the
 * handling of an exchange; the rest carries the context to other threads.
 */
public final class UndertowInstrumentation implements Instrumentation {
  private static final String EXCHANGE = "io.undertow.server.HttpServerExchange";
  private static final String CALLBACK = "io.undertow.io.IoCallback";

  @Override
  public void describe(Description it) {
    it.named("undertow", "undertow-1.4").supports("Undertow", "2.0 to 2.4");
    it.onType("io.undertow.server.Connectors")
        .advise(
            method("executeRootHandler").takes("io.undertow.server.HttpHandler", EXCHANGE),
            HandleAdvice.class);
    it.onType(EXCHANGE)
        .carryState()
        .advise(
            method("dispatch").takes("java.util.concurrent.Executor", "java.lang.Runnable"),
            DispatchAdvice.class);
    it.onType("io.undertow.io.AsyncSenderImpl")
        .advise(method("send").takes("java.nio.ByteBuffer", CALLBACK), SendAdvice.class)
        .advise(method("send").takes("java.nio.ByteBuffer[]", CALLBACK), SendAdvice.class)
        .advise(
            method("transferFrom").takes("java.nio.channels.FileChannel", CALLBACK),
            SendAdvice.class)
        .advise(method("close").takes(CALLBACK), CloseAdvice.class);
    it.onType("io.undertow.servlet.api.LoggingExceptionHandler")
        .advise(method("handleThrowable").takesFirst(EXCHANGE), ServletFailedAdvice.class);
  }
}
