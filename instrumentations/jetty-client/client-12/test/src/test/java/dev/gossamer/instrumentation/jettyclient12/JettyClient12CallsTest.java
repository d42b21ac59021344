package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;

/** Jetty's 12.1 beyond the contract. */
final class JettyClient12CallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient12App.class).libraries("12.1");
  }
}
