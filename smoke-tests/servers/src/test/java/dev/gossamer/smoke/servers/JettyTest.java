package dev.gossamer.smoke.servers;

import java.io.IOException;

final class JettyTest extends ServerContract {
  @Override
  Server server() throws IOException {
    return new Jetty(Distribution.unpacked("jetty-12"));
  }
}
