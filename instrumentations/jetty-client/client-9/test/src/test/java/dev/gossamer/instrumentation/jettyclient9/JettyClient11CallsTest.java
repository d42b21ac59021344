package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;

/** Jetty's 11 beyond the contract. */
final class JettyClient11CallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient9App.class).libraries("11");
  }
}
