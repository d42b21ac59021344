package dev.gossamer.instrumentation.helidon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.Libraries;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The application, compiled by the JDK that runs it. */
final class HelidonSources {
  private static final int FIRST_JAVA = 21;
  private static boolean compiled;

  private HelidonSources() {}

  /** The application with these libraries; aborts the test on a JDK that is too old for Helidon. */
  static synchronized AgentJvmBuilder application(String libraries) {
    Path home = Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
    assumeTrue(
        Files.exists(home.resolve("bin").resolve("javac"))
            && JavaRuntimes.from(FIRST_JAVA).stream().anyMatch(it -> isSame(it.home(), home)),
        "Helidon needs Java 21");
    if (!compiled) {
      compile(home);
      compiled = true;
    }
    return AgentJvm.app("dev.gossamer.instrumentation.helidon.HelidonApp").libraries(libraries);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Against the oldest, so that it runs with all of them. */
  private static void compile(Path home) {
    String classPath =
        Libraries.named("oldest").stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder compiler =
        new ProcessBuilder(
            home.resolve("bin").resolve("javac").toString(),
            "--release",
            String.valueOf(FIRST_JAVA),
            "-proc:none",
            "-d",
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            "-cp",
            classPath + File.pathSeparator + System.getProperty("java.class.path"),
            Path.of("src", "test", "helidon", "HelidonApp.java").toAbsolutePath().toString());
    try {
      Process process = compiler.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while compiling", e);
    }
  }
}
