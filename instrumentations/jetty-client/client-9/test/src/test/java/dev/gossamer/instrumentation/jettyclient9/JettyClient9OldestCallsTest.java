package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Tag;

/** Jetty's 9.4.0 beyond the contract. */
@Tag("older-version")
final class JettyClient9OldestCallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient9App.class).libraries("9-oldest");
  }
}
