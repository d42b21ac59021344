package dev.gossamer.instrumentation.nettycommon;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Remembers the context with the task, or with the listener, and wraps neither: queues, {@code
 * removeListener} and handlers of refused tasks see what was handed over.
 */
public final class NettyCommonInstrumentation implements Instrumentation {
  private static final String SCHEDULER = "io.netty.util.concurrent.AbstractScheduledEventExecutor";

  @Override
  public void describe(Description it) {
    it.named("netty-common").supports("Netty event loops and promises", "4.1 to 4.2");

    it.onType(
            "io.netty.util.concurrent.SingleThreadEventExecutor",
            "io.netty.util.concurrent.GlobalEventExecutor",
            "io.netty.channel.ManualIoEventLoop")
        .advise(method("execute", "lazyExecute").takes("java.lang.Runnable"), SubmitAdvice.class);
    it.onType("io.netty.util.concurrent.SingleThreadEventExecutor")
        .advise(method("reject").takes("java.lang.Runnable"), ForgetAdvice.class)
        .advise(method("doStartThread"), StartThreadAdvice.class);

    // Where the call of a task's run stands has moved from release to release.
    it.onType(
            "io.netty.util.concurrent.AbstractEventExecutor",
            "io.netty.util.concurrent.SingleThreadEventExecutor",
            "io.netty.util.concurrent.DefaultEventExecutor",
            "io.netty.util.concurrent.GlobalEventExecutor$TaskRunner",
            "io.netty.channel.DefaultEventLoop",
            "io.netty.channel.ThreadPerChannelEventLoop")
        .advise(method("runTask", "safeExecute", "runAllTasks", "run"), RunTaskAdvice.class);

    // Tasks that many threads hand over all the time.
    it.onType(
            "io.netty.channel.AbstractChannelHandlerContext$WriteTask",
            "io.netty.channel.AbstractChannelHandlerContext$AbstractWriteTask",
            "io.netty.util.concurrent.PromiseTask")
        .carryState();

    // Those without a period; where one is due later, its run is what hands it to the queue.
    it.onType("io.netty.util.concurrent.ScheduledFutureTask")
        .advise(
            constructor().takes(SCHEDULER, "java.lang.Runnable", "long"), NewScheduledAdvice.class)
        .advise(
            constructor().takes(SCHEDULER, "java.lang.Runnable", "java.lang.Object", "long"),
            NewScheduledAdvice.class)
        .advise(
            constructor().takes(SCHEDULER, "java.util.concurrent.Callable", "long"),
            NewScheduledAdvice.class)
        .advise(method("run").takes(), RunScheduledAdvice.class);

    it.onType("io.netty.util.concurrent.DefaultPromise")
        .carryState()
        .advise(method("addListener0"), AddListenerAdvice.class)
        .advise(method("removeListener0"), RemoveListenerAdvice.class)
        .advise(method("notifyListener0"), NotifyListenerAdvice.class);
  }
}
