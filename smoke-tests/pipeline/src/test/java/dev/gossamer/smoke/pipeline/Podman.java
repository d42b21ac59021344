package dev.gossamer.smoke.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The container engine that can play a pod. */
final class Podman {
  private static final long MINUTES = 5;

  private Podman() {}

  /** Skips the test, in one line, where there is none that works. */
  static void require() {
    String why;
    try {
      why = new Run(List.of("podman", "info")).failure();
    } catch (UncheckedIOException e) {
      why = e.toString();
    }
    if (!why.isEmpty()) {
      String line = "no podman that works, so no pod is replayed: " + why.strip();
      System.err.println(line);
      Assumptions.abort(line);
    }
  }

  /** Runs a podman command; what it printed, without white space around it. */
  static String podman(String... arguments) {
    List<String> command = new ArrayList<>(List.of("podman"));
    command.addAll(List.of(arguments));
    return run(Map.of(), command);
  }

  /** All that a container has written, to either stream. */
  static String logs(String container) {
    return run(Map.of(), List.of("sh", "-c", "podman logs \"$0\" 2>&1", container));
  }

  /** Runs any command; what it wrote to standard output, without white space around it. */
  static String run(Map<String, String> environment, List<String> command) {
    Run run = new Run(command, environment);
    if (!run.failure().isEmpty()) {
      throw new AssertionError(String.join(" ", command) + ": " + run.failure());
    }
    return run.output;
  }

  private static final class Run {
    final String output;
    private final StringBuilder errors = new StringBuilder();
    private final int code;

    Run(List<String> command) {
      this(command, Map.of());
    }

    Run(List<String> command, Map<String, String> environment) {
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread reader =
            new Thread(
                () ->
                    process.errorReader().lines().forEach(line -> errors.append(line).append('\n')),
                "podman-errors");
        reader.setDaemon(true);
        reader.start();
        output =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError(command + " does not end");
        }
        reader.join(TimeUnit.SECONDS.toMillis(10));
        code = process.exitValue();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while running " + command, e);
      }
    }

    /** What it said when it failed; empty when it did not. */
    String failure() {
      return code == 0 ? "" : "exit code " + code + "\n" + errors;
    }
  }
}
