package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;

final class QuarkusTraceContextTest extends TraceContextContract {
  @Override
  protected AgentJvmBuilder application() {
    return QuarkusServer.NEWEST.application();
  }

  @Override
  protected String contextPath() {
    return "/shop/rest";
  }
}
