package dev.gossamer.instrumentation.jdkhttpserver;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.app.JdkServer;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP server does, on the JDK's. */
final class JdkHttpServerTest extends HttpServerContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JdkServer.class);
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(
        ServerFeature.PATH_PARAMETERS,
        ServerFeature.ASYNC,
        // The JDK answers 404 by itself, before any filter.
        ServerFeature.NOT_FOUND,
        ServerFeature.EXCEPTION_ANSWERED);
  }
}
