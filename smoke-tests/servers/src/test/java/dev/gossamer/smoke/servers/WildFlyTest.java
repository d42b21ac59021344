package dev.gossamer.smoke.servers;

import java.io.IOException;

final class WildFlyTest extends ServerContract {
  @Override
  Server server() throws IOException {
    return new WildFly(Distribution.unpacked("wildfly"));
  }
}
