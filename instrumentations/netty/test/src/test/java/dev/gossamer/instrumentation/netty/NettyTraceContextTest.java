package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;

/** What goes through a Netty server and out by HttpURLConnection. */
final class NettyTraceContextTest extends TraceContextContract {
  @Override
  protected AgentJvmBuilder application() {
    return NettyVersions.app(NettyServerApp.class, "newest");
  }
}
