package dev.gossamer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was measured on.
 *
 * @param load how many processes wanted to run just before
 */
record Machine(
    String processor, int processors, String memory, String system, String java, String load) {

  static Machine describe(Path javaHome) throws IOException {
    return new Machine(
        line("/proc/cpuinfo", "model name", "unknown processor"),
        Runtime.getRuntime().availableProcessors(),
        line("/proc/meminfo", "MemTotal", "unknown"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        release(javaHome),
        loadAverage());
  }

  /** The feature release of a JDK: 17 of 17.0.12, 8 of 1.8.0_402. */
  static int feature(Path javaHome) {
    Path release = javaHome.resolve("release");
    try {
      for (String line : Files.readAllLines(release)) {
        if (line.startsWith("JAVA_VERSION=")) {
          String version = line.substring(line.indexOf('"') + 1).replaceFirst("^1\\.", "");
          return Integer.parseInt(version.split("[^0-9]")[0]);
        }
      }
      throw new IllegalStateException(release + " has no JAVA_VERSION");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String file, String name, String unknown) throws IOException {
    Path path = Path.of(file);
    List<String> lines = Files.isReadable(path) ? Files.readAllLines(path) : List.of();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.startsWith(name)) {
        return line.substring(colon + 1).trim();
      }
    }
    return unknown;
  }

  private static String release(Path javaHome) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(javaHome.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true);
    ChildJvm.clean(builder.environment());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = output.lines().toList();
    return lines.size() > 1 ? lines.get(1) : output;
  }

  private static String loadAverage() throws IOException {
    Path path = Path.of("/proc/loadavg");
    return Files.isReadable(path) ? Files.readString(path).split(" ")[0] : "unknown";
  }
}
