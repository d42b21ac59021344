package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Tag;

/** Jetty's 12.0 beyond the contract. */
@Tag("older-version")
final class JettyClient12OldestCallsTest extends JettyClientCalls {
  @Override
  AgentJvmBuilder application() {
    return AgentJvm.app(JettyClient12App.class).libraries("12.0");
  }
}
