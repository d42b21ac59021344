package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP server does, where a worker verticle serves. */
final class VertxWorkerTest extends HttpServerContract {
  @Override
  protected AgentJvmBuilder application() {
    return VertxVersions.app(VertxCoreApp.class, "newest")
        .jvmArgs("-D" + VertxCoreApp.THREADS + "=WORKER");
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.ROUTES, ServerFeature.EXCEPTION_SEEN);
  }
}
