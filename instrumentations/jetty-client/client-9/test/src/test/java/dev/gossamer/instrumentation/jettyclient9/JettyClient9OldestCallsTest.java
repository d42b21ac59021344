package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Tag;

/** Jetty's 9.4.0 beyond the contract. */
@Tag("older-version")
final class JettyClient9OldestCallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return JettyLibraries.application("oldest");
  }
}
