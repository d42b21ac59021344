package dev.gossamer.smoke.servers;

import java.io.IOException;

final class OpenLibertyTest extends ServerContract {
  @Override
  Server server() throws IOException {
    return new OpenLiberty(Distribution.unpacked("open-liberty"));
  }
}
