package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script or JVM that an operator starts, with what it prints in two files. Closing it kills it
 * and what it started.
 */
final class Program implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(120);
  private static final List<String> NOT_HANDED_ON =
      List.of("OTEL_", "GOSSAMER_", "JAVA_", "_JAVA_", "JDK_", "CLASSPATH", "CATALINA_", "JETTY_");

  private final Process process;
  private final Path stdout;
  private final Path stderr;

  private Program(Process process, Path stdout, Path stderr) {
    this.process = process;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /**
   * Starts it.
   *
   * @param environment what is added to that of this process, less what could change a JVM
   * @param output the files are this with {@code .out} and {@code .err}
   */
  static Program start(List<String> command, Map<String, String> environment, Path output) {
    Path stdout = output.resolveSibling(output.getFileName() + ".out");
    Path stderr = output.resolveSibling(output.getFileName() + ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> NOT_HANDED_ON.stream().anyMatch(name::startsWith));
    builder.environment().putAll(environment);
    builder.directory(output.resolveSibling(".").normalize().toFile());
    try {
      Process process =
          builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile()).start();
      process.getOutputStream().close();
      return new Program(process, stdout, stderr);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What {@code kill} does. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end; the exit code. */
  int awaitExit() {
    try {
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end\n" + describe());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a program", e);
    }
  }

  /** The process id of the only JVM: this process, or one that it started. */
  long javaPid() {
    List<ProcessHandle> all =
        process
            .descendants()
            .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
            .toList();
    return all.isEmpty() ? process.pid() : all.get(0).pid();
  }

  List<String> stdout() {
    return lines(stdout);
  }

  List<String> stderr() {
    return lines(stderr);
  }

  /** What it printed last. */
  String describe() {
    return process.info().commandLine().orElse("ended")
        + "\nstdout:\n  "
        + String.join("\n  ", last(stdout()))
        + "\nstderr:\n  "
        + String.join("\n  ", last(stderr()));
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - 60), lines.size());
  }
}
