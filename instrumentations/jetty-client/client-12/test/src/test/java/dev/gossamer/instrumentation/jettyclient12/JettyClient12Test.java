package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP client does, by Jetty's 12.1. */
final class JettyClient12Test extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient12App.class).libraries("12.1");
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return EnumSet.of(ClientFeature.REUSABLE_REQUEST);
  }
}
