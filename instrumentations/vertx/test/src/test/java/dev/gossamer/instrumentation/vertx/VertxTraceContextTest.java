package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;

final class VertxTraceContextTest extends TraceContextContract {
  @Override
  protected AgentJvmBuilder application() {
    return VertxVersions.app(VertxCoreApp.class, "newest");
  }
}
