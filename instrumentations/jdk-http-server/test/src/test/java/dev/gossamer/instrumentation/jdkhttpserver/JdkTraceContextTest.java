package dev.gossamer.instrumentation.jdkhttpserver;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.app.JdkServer;
import dev.gossamer.testing.http.TraceContextContract;

/** What goes through the JDK's server and out by HttpURLConnection. */
final class JdkTraceContextTest extends TraceContextContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JdkServer.class);
  }
}
