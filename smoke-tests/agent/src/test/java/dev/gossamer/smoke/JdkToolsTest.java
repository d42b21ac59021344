package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator's JAVA_TOOL_OPTIONS put the agent into every JVM of a container. */
final class JdkToolsTest {
  @TempDir Path folder;

  /** The first tool of a user that keeps preferences makes their folder, and says so. */
  @BeforeAll
  static void thereAreFoldersForPreferences() {
    plain("jshell --version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java -version",
        "java --list-modules",
        "javac -version",
        "jar --version",
        "jshell --version",
        "jcmd PID VM.version",
        "jinfo -h",
        "jstat -options",
        "keytool -help",
        "keytool -list -keystore missing.p12",
        "jdeps -version",
        "javadoc --version",
        "serialver -classpath . java.lang.String",
      })
  void aToolOfTheJdkDoesNotNoticeTheAgent(String line) throws IOException {
    Command.Result plain = plain(line);

    assertThat(underAgent(line, plain).stdout()).isEqualTo(plain.stdout());
  }

  /** What these print is another thing every time. */
  @ParameterizedTest
  @ValueSource(strings = {"jcmd -l", "jps -q"})
  void aToolThatListsJvmsDoesNotNoticeTheAgent(String line) throws IOException {
    assertThat(underAgent(line, plain(line)).stdout())
        .noneMatch(text -> text.contains("gossamer]"));
  }

  private static String[] words(String line) {
    return line.replace("PID", "" + ProcessHandle.current().pid()).split(" ");
  }

  private static Command.Result plain(String line) {
    String[] words = words(line);
    return Command.tool(words[0], Arrays.copyOfRange(words, 1, words.length)).run();
  }

  private Command.Result underAgent(String line, Command.Result plain) {
    String[] words = words(line);
    Command.Result result = under(words[0], Arrays.copyOfRange(words, 1, words.length));
    assertThat(result.code()).isEqualTo(plain.code());
    assertThat(result.stderr())
        .noneMatch(text -> text.contains("gossamer]"))
        .filteredOn(text -> !text.startsWith("Picked up JAVA_TOOL_OPTIONS"))
        .isEqualTo(plain.stderr());
    return result;
  }

  @ParameterizedTest
  @ValueSource(strings = {"keytool -help", "java -version"})
  void aToolLoadsNothingOfTheAgentButItsDoor(String line) throws IOException {
    underAgent(line, plain(line));

    Set<String> names = ClassLog.read(folder.resolve("classes.log")).names();
    assertThat(names)
        .filteredOn(name -> name.contains("ossamer"))
        .containsExactlyInAnyOrder(
            "dev.gossamer.bootstrap.Agent",
            "dev.gossamer.bootstrap.Launch",
            "dev.gossamer.bootstrap.AgentLoader");
  }

  @Test
  void noTelemetryIsStartedWithoutAMainClassUnderAnUnknownLauncher() throws IOException {
    Command.Result result =
        command("java", "-version").env("_JAVA_OPTIONS", "-Dsun.java.launcher=custom").run();

    assertThat(result.code()).isZero();
    assertThat(result.stderr()).noneMatch(text -> text.contains("gossamer]"));
    assertThat(ClassLog.read(folder.resolve("classes.log")).names())
        .contains("dev.gossamer.engine.Engine")
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
    return command(tool, arguments).run();
  }

  private Command command(String tool, String... arguments) {
    return Command.tool(tool, arguments)
        .env(
            "JAVA_TOOL_OPTIONS",
            "-javaagent:" + Apps.agent() + " " + ClassLog.option(folder.resolve("classes.log")))
        .env("OTEL_TRACES_EXPORTER", "console");
  }
}
