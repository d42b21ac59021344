package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvmBuilder;

/** Jetty's 11 beyond the contract. */
final class JettyClient11CallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return JettyLibraries.application("11");
  }
}
