package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.testing.AgentJvmBuilder;

/** Jetty's 12.1 beyond the contract. */
final class JettyClient12CallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return JettyLibraries.application("");
  }
}
