package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP client does, by Jetty's 9.4. */
final class JettyClient9Test extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient9App.class).libraries("9");
  }

  @Override
  protected Set<ClientFeature> lacking() {
    // Without a factory for TLS, which is not made in the same way in all these versions.
    return EnumSet.of(ClientFeature.REUSABLE_REQUEST, ClientFeature.CONNECT_TIMEOUT);
  }
}
