package dev.gossamer.smoke.pipeline;

import dev.gossamer.testing.servers.ServerChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * What runs a collector on this machine: the program that the environment's {@code
 * GOSSAMER_COLLECTOR} names, the published image where {@code GOSSAMER_TEST_SERVERS} is {@code
 * containers}, else what {@code collector/build} makes, which takes minutes the first time.
 */
final class CollectorProgram {
  private static final Path MANIFEST = Path.of("collector", "manifest.yaml");
  private static final String CONFIGURATION = "--config=env:OTEL_CONFIG";
  private static final long MINUTES_TO_BUILD = 30;

  /** Null until asked for: it may have to be built. */
  private static @Nullable CollectorProgram found;

  /** Why there is none; null while that is not known. */
  private static @Nullable String missing;

  private final @Nullable Path program;

  private CollectorProgram(@Nullable Path program) {
    this.program = program;
  }

  /** Finds it, or skips the test in one line that says why. */
  static synchronized CollectorProgram find() {
    if (found == null) {
      found = search();
    }
    return found;
  }

  private static CollectorProgram search() {
    String named = System.getenv("GOSSAMER_COLLECTOR");
    if (named != null) {
      return new CollectorProgram(Path.of(named));
    }
    return new CollectorProgram(ServerChoice.runsContainer(image()) ? null : build());
  }

  /** The program itself, static; builds it where an image was asked for. */
  Path file() {
    return program == null ? build() : program;
  }

  /**
   * The command that runs it with the configuration in {@code OTEL_CONFIG}.
   *
   * @param folder what of the machine's files it reads and writes
   */
  List<String> command(Map<String, String> environment, Path folder) {
    if (program != null) {
      return List.of(program.toString(), CONFIGURATION);
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("docker", "run", "--rm", "--network=host", "--user=0"));
    command.addAll(List.of("--volume", folder + ":" + folder));
    for (String name : environment.keySet()) {
      command.addAll(List.of("--env", name));
    }
    command.addAll(List.of(image(), CONFIGURATION));
    return command;
  }

  private static String image() {
    try {
      return Files.readAllLines(MANIFEST).stream()
          .filter(line -> line.startsWith("  version: "))
          .map(line -> line.replace("  version: ", "otel/opentelemetry-collector-contrib:"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path build() {
    Assumptions.assumeTrue(missing == null, missing);
    try {
      Process build = new ProcessBuilder(MANIFEST.resolveSibling("build").toString()).start();
      StringBuilder errors = new StringBuilder();
      Thread reader =
          new Thread(
              () -> build.errorReader().lines().forEach(line -> errors.append("\n  ").append(line)),
              "collector-build");
      reader.setDaemon(true);
      reader.start();
      String output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = build.waitFor(MINUTES_TO_BUILD, TimeUnit.MINUTES);
      reader.join(TimeUnit.SECONDS.toMillis(10));
      if (!ended || build.exitValue() != 0) {
        String why = "no collector, so nothing of the pipeline is tested:" + errors;
        missing = why;
        System.err.println(why);
        Assumptions.abort(why);
      }
      return Path.of(output.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while a collector was built", e);
    }
  }
}
