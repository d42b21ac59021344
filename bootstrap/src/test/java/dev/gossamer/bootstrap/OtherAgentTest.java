package dev.gossamer.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherAgentTest {
  @TempDir Path folder;
  private File own = new File("");
  private String other = "";
  private String library = "";

  @BeforeEach
  void makeJars() throws IOException {
    // An operator calls every agent the same.
    own = jar("own/javaagent.jar", "dev/gossamer/bootstrap/Agent.class");
    other =
        jar("otel/javaagent.jar", "io/opentelemetry/javaagent/OpenTelemetryAgent.class").getPath();
    library = jar("lib/library.jar", "org/example/Library.class").getPath();
  }

  private File jar(String name, String entry) throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
    }
    return jar.toFile();
  }

  private boolean isGiven(String... classPath) {
    return OtherAgent.isGiven(own, String.join(File.pathSeparator, classPath));
  }

  @Test
  void findsTheOneThatComesLater() {
    assertThat(isGiven(library, own.getPath(), other)).isTrue();
    assertThat(isGiven(own.getPath(), library, other, library)).isTrue();
    assertThat(isGiven("", own.getPath(), other)).isTrue();
  }

  @Test
  void findsItsOwnPlaceHoweverItIsWritten() {
    assertThat(isGiven(folder + "/own/../own/javaagent.jar", other)).isTrue();
    assertThat(isGiven(own.getPath(), own.getPath(), other)).isTrue();
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(isGiven(library, own.getPath())).isFalse();
    assertThat(isGiven(own.getPath(), library, "/does/not/exist.jar", folder.toString())).isFalse();
    assertThat(isGiven(own.getPath())).isFalse();
    assertThat(isGiven("")).isFalse();
    assertThat(OtherAgent.isGiven(own, null)).isFalse();
  }

  @Test
  void takesNoLibraryOfTheApplicationForAnAgent() {
    assertThat(isGiven(other, own.getPath())).as("before: it would run already").isFalse();
    assertThat(isGiven(library, other)).as("own place unknown").isFalse();
  }
}
