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

  private boolean comesLater(String... classPath) {
    return OtherAgent.comesLater(own, String.join(File.pathSeparator, classPath));
  }

  @Test
  void findsTheOneThatComesLater() {
    assertThat(comesLater(library, own.getPath(), other)).isTrue();
    assertThat(comesLater(own.getPath(), library, other, library)).isTrue();
    assertThat(comesLater("", own.getPath(), other)).isTrue();
  }

  @Test
  void findsItsOwnPlaceHoweverItIsWritten() {
    assertThat(comesLater(folder + "/own/../own/javaagent.jar", other)).isTrue();
    assertThat(comesLater(own.getPath(), own.getPath(), other)).isTrue();
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(comesLater(library, own.getPath())).isFalse();
    assertThat(comesLater(own.getPath(), library, "/does/not/exist.jar", folder.toString()))
        .isFalse();
    assertThat(comesLater(own.getPath())).isFalse();
    assertThat(comesLater("")).isFalse();
    assertThat(OtherAgent.comesLater(own, null)).isFalse();
  }

  @Test
  void takesNoLibraryOfTheApplicationForAnAgent() {
    assertThat(comesLater(other, own.getPath())).as("before: it would run already").isFalse();
    assertThat(comesLater(library, other)).as("own place unknown").isFalse();
  }

  private static boolean isAmong(String... arguments) {
    return OtherAgent.isAmong(arguments);
  }

  @Test
  void findsTheOneAmongTheArguments() {
    String ours = "-javaagent:" + own;
    assertThat(isAmong("-Xmx64m", ours, "-javaagent:" + other)).isTrue();
    assertThat(isAmong("-javaagent:" + other + "=a=b,c", ours)).isTrue();
  }

  @Test
  void findsNothingAmongOtherArguments() {
    String ours = "-javaagent:" + own;
    assertThat(isAmong("-Xmx64m", ours)).isFalse();
    assertThat(isAmong(ours, "-javaagent:" + library, "-javaagent:/does/not/exist")).isFalse();
    assertThat(isAmong(ours, ours, "-Dagent=" + other)).isFalse();
    assertThat(isAmong("-javaagent:")).isFalse();
    assertThat(isAmong()).isFalse();
    assertThat(OtherAgent.isAmong(null)).isFalse();
  }
}
