package dev.gossamer.instrumentation.jetty12;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the server, which is the first handler of every request; the end is seen through a stream
 * wrapper, as Jetty's own handlers see it. The rest carries the context to other threads.
 */
public final class Jetty12Instrumentation implements Instrumentation {
  private static final String CHANNEL_STATE = "org.eclipse.jetty.server.internal.HttpChannelState";

  @Override
  public void describe(Description it) {
    it.named("jetty-12", "jetty", "jetty-12.0").supports("Jetty", "12.0 to 12.1");
    it.onType("org.eclipse.jetty.server.Server")
        .when(present(CHANNEL_STATE))
        .advise(
            method("handle")
                .takes(
                    "org.eclipse.jetty.server.Request",
                    "org.eclipse.jetty.server.Response",
                    "org.eclipse.jetty.util.Callback"),
            HandleAdvice.class);
    it.onType("org.eclipse.jetty.server.handler.ErrorHandler")
        .when(present(CHANNEL_STATE))
        .advise(
            method("handle")
                .takes(
                    "org.eclipse.jetty.server.Request",
                    "org.eclipse.jetty.server.Response",
                    "org.eclipse.jetty.util.Callback"),
            ErrorAdvice.class);
    it.onType(CHANNEL_STATE + "$ChannelCallback")
        .carryState()
        .advise(method("failed").takes("java.lang.Throwable"), FailedAdvice.class);
    it.onType(CHANNEL_STATE + "$ChannelRequest")
        .advise(method("demand").takes("java.lang.Runnable"), DemandAdvice.class);
    it.onType(
            "org.eclipse.jetty.ee10.servlet.ServletChannel",
            "org.eclipse.jetty.ee11.servlet.ServletChannel",
            "org.eclipse.jetty.ee9.nested.HttpChannel",
            "org.eclipse.jetty.ee8.nested.HttpChannel")
        .carryState()
        .advise(method("associate", "onRequest"), ServletRequestAdvice.class)
        .advise(method("handle").takes(), ServletHandleAdvice.class)
        .advise(method("recycle"), ServletRecycleAdvice.class);
  }
}
