package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** What every HTTP client does, by Jetty's 10. */
@Tag("older-version")
final class JettyClient10Test extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient9App.class).libraries("10");
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return EnumSet.of(ClientFeature.REUSABLE_REQUEST);
  }
}
