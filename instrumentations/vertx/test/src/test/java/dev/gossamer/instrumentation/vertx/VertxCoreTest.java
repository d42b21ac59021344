package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;

final class VertxCoreTest extends HttpServerContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(VertxCoreApp.class);
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.ROUTES, ServerFeature.EXCEPTION_SEEN);
  }
}
