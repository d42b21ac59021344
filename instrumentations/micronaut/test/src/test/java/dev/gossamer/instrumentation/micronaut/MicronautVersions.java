package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The application on one version of Micronaut. */
final class MicronautVersions {
  /** System property of the application: the folder of its files. */
  static final String FILES = "test.files";

  private MicronautVersions() {}

  /** Whether the applications run on what Micronaut 5 needs; where not, 4 is the newest. */
  static boolean java25() {
    Path home = Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
    return JavaRuntimes.from(25).stream().anyMatch(runtime -> runtime.home().equals(home));
  }

  static AgentJvmBuilder application(String libraries) {
    try {
      Path files = Files.createDirectories(Path.of("target", "files")).toAbsolutePath();
      Files.writeString(files.resolve("file.txt"), "static");
      return AgentJvm.app(MicronautApp.class)
          .libraries(libraries)
          .jvmArgs("-D" + FILES + "=" + files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
