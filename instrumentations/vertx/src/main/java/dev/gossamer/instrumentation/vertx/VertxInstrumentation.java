package dev.gossamer.instrumentation.vertx;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * A request's context is tied to the Vert.x context that the server makes for it, so it is current
 * in whatever Vert.x dispatches there. What an application hands to Vert.x elsewhere carries the
 * context in which it was handed over. See README.md.
 */
public final class VertxInstrumentation implements Instrumentation {
  private static final String IMPL = "io.vertx.core.impl.";
  private static final String FUTURE = "io.vertx.core.impl.future.";
  private static final String HTTP = "io.vertx.core.http.impl.";
  private static final String HANDLER = "io.vertx.core.Handler";
  private static final String FUNCTION = "java.util.function.Function";

  @Override
  public void describe(Description it) {
    it.named("vertx", "vertx-core").supports("Vert.x", "4.0 to 5.1");
    describeRequests(it);
    describeDispatches(it);
    describeHandlers(it);
    describeFutures(it);
  }

  /** HTTP/1.1 has its spans from Netty's codecs; streams of HTTP/2 never pass there. */
  private static void describeRequests(Description it) {
    it.onType("io.netty.handler.codec.http.DefaultHttpRequest")
        .when(present("io.vertx.core.Vertx"))
        .carryState();
    it.onType("io.vertx.core.net.impl.VertxHandler")
        .advise(method("channelRead"), MessageReadAdvice.class);
    it.onType(HTTP + "Http1xServerRequest", HTTP + "http1.Http1ServerRequest")
        .carryState()
        .advise(constructor(), NewRequestAdvice.class);
    it.onType(HTTP + "Http1xServerRequestHandler")
        .advise(method("handle").takes("io.vertx.core.http.HttpServerRequest"), HandleAdvice.class);

    it.onType(HTTP + "Http2ServerConnection")
        .advise(method("handler").takes(HANDLER), StreamHandlerAdvice.class);
    it.onType(HTTP + "tcp.HttpServerConnectionHandler")
        .advise(method("requestHandler").returns(HANDLER), RequestHandlerAdvice.class);
    it.onType(HTTP + "Http2ServerRequestImpl", HTTP + "Http2ServerRequest")
        .carryState()
        // Without an argument or with the reason, depending on the release.
        .advise(method("handleClose"), StreamClosedAdvice.class);
    it.onType(HTTP + "HttpServerRequestImpl")
        .carryState()
        .advise(method("handleClosed"), StreamClosedAdvice.class);
  }

  private static void describeDispatches(Description it) {
    it.onType(IMPL + "DuplicatedContext").carryState();
    it.onType(IMPL + "VertxImpl")
        .advise(method("beginDispatch"), BeginDispatchAdvice.class)
        .advise(method("endDispatch"), EndDispatchAdvice.class);
    it.onType(IMPL + "AbstractContext")
        .advise(method("beginDispatch").takes(), BeginEmissionAdvice.class)
        .advise(method("endDispatch"), EndDispatchAdvice.class);
    it.onType(IMPL + "EventLoopExecutor", IMPL + "WorkerExecutor")
        .advise(method("execute").takes("java.lang.Runnable"), ExecuteAdvice.class);
  }

  private static void describeHandlers(Description it) {
    it.onType(
            IMPL + "AbstractContext",
            IMPL + "ContextBase",
            IMPL + "ContextImpl",
            IMPL + "DuplicatedContext")
        .advise(method("runOnContext").takes(HANDLER), HandlerAdvice.class);
    it.onType(IMPL + "VertxImpl")
        .advise(
            method("scheduleTimeout")
                .takes("io.vertx.core.impl.ContextInternal", HANDLER, "long", "boolean"),
            TimerAdvice.class);
    // The same in the package of Vert.x 4 and in that of Vert.x 5.
    for (String context :
        new String[] {
          "io.vertx.core.impl.ContextInternal", "io.vertx.core.internal.ContextInternal"
        }) {
      it.onType(IMPL + "VertxImpl")
          .advise(
              method("scheduleTimeout")
                  .takes(
                      context,
                      "boolean",
                      "long",
                      "java.util.concurrent.TimeUnit",
                      "boolean",
                      HANDLER),
              UnitTimerAdvice.class)
          .advise(
              method("scheduleTimeout")
                  .takes(
                      context,
                      "boolean",
                      "long",
                      "long",
                      "java.util.concurrent.TimeUnit",
                      "boolean",
                      HANDLER),
              DelayedTimerAdvice.class);
    }
    it.onType(IMPL + "ContextImpl")
        .advise(
            method("executeBlocking", "internalExecuteBlocking")
                .takesFirst("io.vertx.core.impl.ContextInternal", HANDLER),
            BlockingHandlerAdvice.class);
    it.onType(IMPL + "ExecuteBlocking")
        .advise(method("executeBlocking"), BlockingCallableAdvice.class);
    it.onType(HTTP + "HttpClientResponseImpl")
        .advise(
            method("handler", "endHandler", "exceptionHandler").takes(HANDLER),
            HandlerAdvice.class);
  }

  private static void describeFutures(Description it) {
    it.onType(
            FUTURE + "FutureImpl",
            FUTURE + "SucceededFuture",
            FUTURE + "FailedFuture",
            FUTURE + "CompositeFutureImpl")
        .advise(method("onComplete", "onSuccess", "onFailure").takes(HANDLER), HandlerAdvice.class)
        .advise(method("onComplete").takes(HANDLER, HANDLER), HandlersAdvice.class);
    it.onType(FUTURE + "FutureBase")
        .advise(method("compose").takes(FUNCTION, FUNCTION), FunctionsAdvice.class)
        .advise(
            method("transform", "eventually", "map", "otherwise").takes(FUNCTION),
            FunctionAdvice.class)
        .advise(method("eventually").takes("java.util.function.Supplier"), SupplierAdvice.class);
  }
}
