package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;

/** Jetty's 9.4 beyond the contract. */
final class JettyClient9CallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient9App.class).libraries("9");
  }
}
