package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A build in a container that has the agent in JAVA_TOOL_OPTIONS, as any program there has. */
@Tag("any-java")
final class MavenTest {
  /** The root of this checkout, with the plugins and their versions that are there for sure. */
  private static final Path ROOT = Apps.agent().resolve("../../../..").normalize();

  /** Within it, so that the build finds the root's own options for the JVM. */
  private static final Path PROJECT = Path.of("target", "one-class").toAbsolutePath();

  @Test
  void aBuildDoesNotNoticeTheAgent() throws IOException {
    writeProject();

    Command.Result plain = result(build());
    Command.Result under = result(build().env("JAVA_TOOL_OPTIONS", "-javaagent:" + Apps.agent()));

    assertThat(plain.code()).as("%s", plain).isZero();
    assertThat(under.code()).as("%s", under).isZero();
    assertThat(withoutTimes(under.stdout()))
        .isEqualTo(withoutTimes(plain.stdout()))
        .anyMatch(line -> line.contains("Compiling 1 source file"));
    assertThat(under.stderr())
        .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
        .isEqualTo(plain.stderr());
  }

  /** Writes it, one class and what Maven must know. */
  static void writeProject() throws IOException {
    Matcher version =
        Pattern.compile("<version>([^<]+)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    Path sources = Files.createDirectories(PROJECT.resolve("src/main/java"));
    Files.writeString(sources.resolve("One.java"), "final class One {}\n");
    Files.writeString(
        PROJECT.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>dev.gossamer</groupId>
            <artifactId>gossamer-parent</artifactId>
            <version>%s</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>one-class</artifactId>
        </project>
        """
            .formatted(version.group(1), PROJECT.relativize(ROOT.resolve("pom.xml"))));
  }

  /** A build of the project. */
  static Command build() {
    return new Command(
            List.of(
                ROOT.resolve("mvnw").toString(),
                "-o",
                "-B",
                "-ntp",
                "-f",
                PROJECT.resolve("pom.xml").toString(),
                "-Denforcer.skip",
                "-Dspotless.check.skip",
                "compile"),
            Map.of())
        .env("JAVA_HOME", System.getProperty("java.home"));
  }

  private static Command.Result result(Command build) throws IOException {
    Path target = PROJECT.resolve("target");
    if (Files.exists(target)) {
      try (Stream<Path> files = Files.walk(target)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Command.Result result = build.run();
    assertThat(target.resolve("classes/One.class")).as("%s", result).exists();
    return result;
  }

  private static List<String> withoutTimes(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.contains("Total time: ") && !line.contains("Finished at: "))
        .toList();
  }
}
