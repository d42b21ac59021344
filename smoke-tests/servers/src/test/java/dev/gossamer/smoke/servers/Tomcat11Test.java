package dev.gossamer.smoke.servers;

import java.io.IOException;

final class Tomcat11Test extends ServerContract {
  @Override
  Server server() throws IOException {
    return new Tomcat(Distribution.unpacked("tomcat-11"), false, true);
  }
}
