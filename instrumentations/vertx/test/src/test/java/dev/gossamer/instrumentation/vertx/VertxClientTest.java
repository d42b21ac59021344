package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

final class VertxClientTest extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(VertxClientApp.class);
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return EnumSet.of(ClientFeature.REUSABLE_REQUEST, ClientFeature.CIRCULAR_REDIRECTS_FAIL);
  }
}
