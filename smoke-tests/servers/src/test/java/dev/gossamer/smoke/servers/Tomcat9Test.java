package dev.gossamer.smoke.servers;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("any-java")
final class Tomcat9Test extends ServerContract {
  @Override
  Server server() throws IOException {
    return new Tomcat(Distribution.unpacked("tomcat-9"), true, true);
  }
}
