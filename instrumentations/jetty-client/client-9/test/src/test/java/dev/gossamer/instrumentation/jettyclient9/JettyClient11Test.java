package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP client does, by Jetty's 11. */
final class JettyClient11Test extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient9App.class).libraries("11");
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return EnumSet.of(ClientFeature.REUSABLE_REQUEST);
  }
}
