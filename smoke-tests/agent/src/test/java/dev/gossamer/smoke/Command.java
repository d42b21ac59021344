package dev.gossamer.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs to its end, such as a tool of the JDK. Immutable.
 *
 * @param words the command line
 * @param environment what is added to that of this process, less what could change the JVM
 */
record Command(List<String> words, Map<String, String> environment) {
  /**
   * What came of it.
   *
   * @param code exit code
   */
  record Result(int code, List<String> stdout, List<String> stderr) {}

  /** A tool of the JDK that runs this test. */
  static Command tool(String name, String... arguments) {
    return of(Path.of(System.getProperty("java.home")), name, arguments);
  }

  /** A program in the bin folder of a JDK. */
  static Command of(Path javaHome, String name, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(javaHome.resolve("bin").resolve(name).toString());
    words.addAll(List.of(arguments));
    return new Command(words, Map.of());
  }

  Command env(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Command(words, more);
  }

  Result run() {
    try {
      Path out = Files.createTempFile("command", ".out");
      Path err = Files.createTempFile("command", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder
            .environment()
            .keySet()
            .removeIf(name -> name.startsWith("OTEL_") || name.contains("JAVA_"));
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(words + " does not end");
        }
        return new Result(process.exitValue(), lines(out), lines(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + words, e);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
  }
}
