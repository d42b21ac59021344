package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator's JAVA_TOOL_OPTIONS put the agent into every JVM of a container. */
final class JdkToolsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java -version",
        "java --list-modules",
        "javac -version",
        "jar --version",
        "jshell --version",
        "jcmd -l",
        "jps -q",
        "jinfo -h",
        "jstat -options",
        "keytool -help",
        "jdeps -version",
        "javadoc --version",
        "serialver -classpath . java.lang.String",
      })
  void aToolOfTheJdkDoesNotNoticeTheAgent(String line) throws IOException {
    String[] words = line.split(" ");
    String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
    Command.Result plain = Command.tool(words[0], arguments).run();
    Command.Result result = under(words[0], arguments);

    assertThat(result.code()).isEqualTo(plain.code());
    assertThat(result.stderr())
        .noneMatch(text -> text.contains("gossamer]"))
        .filteredOn(text -> !text.startsWith("Picked up JAVA_TOOL_OPTIONS"))
        .isEqualTo(plain.stderr());
    assertThat(result.stdout()).noneMatch(text -> text.contains("gossamer]"));
  }

  @Test
  void aToolLoadsNothingOfTheAgentButItsDoor() throws IOException {
    under("keytool", "-help");

    Set<String> names = ClassLog.read(folder.resolve("classes.log")).names();
    assertThat(names)
        .contains("sun.security.tools.keytool.Main")
        .filteredOn(name -> name.contains("ossamer"))
        .containsExactlyInAnyOrder(
            "dev.gossamer.bootstrap.Agent",
            "dev.gossamer.bootstrap.Launch",
            "dev.gossamer.bootstrap.AgentLoader");
  }

  @Test
  void noTelemetryIsStartedWithoutAMainClass() throws IOException {
    under("java", "-version");

    assertThat(ClassLog.read(folder.resolve("classes.log")).names())
        .noneMatch(name -> name.startsWith("dev.gossamer.telemetry."))
        .noneMatch(name -> name.startsWith("io.opentelemetry."));
  }

  @Test
  void aCompilerStillCompiles() throws IOException {
    Path source = folder.resolve("Some.java");
    Files.writeString(source, "public class Some {}");

    Command.Result result = under("javac", "-d", folder.toString(), source.toString());

    assertThat(result.code()).isZero();
    assertThat(folder.resolve("Some.class")).exists();
  }

  @Test
  void aProgramInASourceFileIsAnApplication() throws IOException {
    Path source = folder.resolve("Some.java");
    Files.writeString(
        source,
        """
        public class Some {
          public static void main(String[] arguments) throws Exception {
            System.out.println("hello");
            while (!Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("gossamer"))) {
              Thread.sleep(10);
            }
          }
        }
        """);

    Command.Result result = under("java", source.toString());

    assertThat(result.stdout()).containsExactly("hello");
    assertThat(result.stderr()).anyMatch(text -> text.startsWith("[gossamer] "));
  }

  private Command.Result under(String tool, String... arguments) {
    return Command.tool(tool, arguments)
        .env(
            "JAVA_TOOL_OPTIONS",
            "-javaagent:" + Apps.agent() + " " + ClassLog.option(folder.resolve("classes.log")))
        .env("OTEL_TRACES_EXPORTER", "console")
        .run();
  }
}
