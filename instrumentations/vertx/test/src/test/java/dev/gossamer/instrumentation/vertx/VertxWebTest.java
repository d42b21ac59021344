package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;

final class VertxWebTest extends HttpServerContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(VertxWebApp.class);
  }
}
