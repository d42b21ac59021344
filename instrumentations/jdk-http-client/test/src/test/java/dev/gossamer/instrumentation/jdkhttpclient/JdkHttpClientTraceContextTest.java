package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;

/** What goes through the JDK's server and out by its HttpClient. */
final class JdkHttpClientTraceContextTest extends TraceContextContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JdkClientServerApp.class);
  }
}
