package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.util.List;

final class OpenLibertyTest extends ServerContract {
  @Override
  Server server() throws IOException {
    return new OpenLiberty(Distribution.unpacked("open-liberty"));
  }

  /** What no servlet answers makes no span: the server itself is not instrumented. */
  @Override
  List<String> answeredByTheServer() {
    return List.of();
  }
}
