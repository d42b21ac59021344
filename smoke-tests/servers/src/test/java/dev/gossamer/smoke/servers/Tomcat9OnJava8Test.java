package dev.gossamer.smoke.servers;

import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.opentest4j.TestAbortedException;

@Tag("any-java")
final class Tomcat9OnJava8Test extends ServerContract {
  @Override
  Server server() throws IOException {
    return new Tomcat(Distribution.unpacked("tomcat-9"), true, false);
  }

  /** Java 8 adds an agent's jar to the class path, where Tomcat looks for tag libraries. */
  @Override
  boolean isAsConfigured(LogLine line) {
    return line.text().contains("TldScanner.scanJars At least one JAR was scanned");
  }

  @Override
  Path javaHome() {
    return JavaRuntimes.all()
        .filter(runtime -> runtime.version() == 8)
        .map(JavaRuntime::home)
        .findFirst()
        .orElseThrow(() -> new TestAbortedException("skipped: no Java 8 on this machine"));
  }
}
