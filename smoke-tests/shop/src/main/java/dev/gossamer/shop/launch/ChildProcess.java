package dev.gossamer.shop.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM of the shop, seen from the demo; what it prints goes to a log file. */
public final class ChildProcess {
  private static final int LINES_OF_LOG_TO_SHOW = 12;

  private final String name;
  private final Path log;
  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a process that calls {@link Launched#ready}.
   *
   * @param environment added to the demo's own
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Files.createDirectories(log.toAbsolutePath().getParent());
      ChildProcess child = new ChildProcess(name, log, builder.start());
      Thread reader = new Thread(child::readOutput, name + "-output");
      reader.setDaemon(true);
      reader.start();
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it listens.
   *
   * @return its port
   * @throws IllegalStateException if it ends before, or takes too long; the end of its log is in
   *     the message
   */
  public int awaitReady(Duration limit) throws InterruptedException {
    try {
      return port.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException ended) {
      throw new IllegalStateException(
          name + " ended with exit code " + process.waitFor() + " before it was ready" + endOfLog(),
          ended);
    } catch (TimeoutException late) {
      throw new IllegalStateException(
          name + " is not ready after " + limit.toSeconds() + " s" + endOfLog(), late);
    }
  }

  /** The operating system's number for it. */
  public long pid() {
    return process.pid();
  }

  /** Asks it to end, and does not wait. */
  public void stop() {
    process.destroy();
  }

  /** Waits until it has ended; after the limit it is killed. */
  public void awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void readOutput() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter file =
            new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8), true)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        file.println(line);
        if (line.startsWith(Launched.READY)) {
          port.complete(Integer.parseInt(line.substring(Launched.READY.length())));
        }
      }
      port.completeExceptionally(new IOException("end of output"));
    } catch (IOException | NumberFormatException e) {
      port.completeExceptionally(e);
    }
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log);
      int from = Math.max(0, lines.size() - LINES_OF_LOG_TO_SHOW);
      return "; the end of "
          + log
          + ":\n  "
          + String.join("\n  ", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "; its log is not readable: " + e;
    }
  }
}
