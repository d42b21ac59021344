package dev.gossamer.smoke.pipeline;

import dev.gossamer.testing.servers.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An OpenTelemetry Collector, configured as the operator configures a sidecar: by its environment
 * alone. One of this class is what is to be run; {@link #start} runs it, again and again.
 */
final class Collector implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private static final String READY = "Everything is ready.";
  private static final long SECONDS = 60;

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> output = new ArrayList<>();
  private @Nullable Process process;

  /**
   * Describes one.
   *
   * @param configuration a resource of this module
   * @param folder what it reads and writes is in here
   */
  Collector(String configuration, Path folder) {
    this.folder = folder;
    environment.put("OTEL_CONFIG", text(configuration));
    environment.put("HOST", HOST);
  }

  /** Sets a variable that the configuration asks for. */
  Collector with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Gives it ports of this machine, which it keeps when it is started again. */
  Collector listening(String... portVariables) {
    for (String variable : portVariables) {
      try {
        environment.put(variable, String.valueOf(FreePort.find()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /** The port that a variable names. */
  int port(String variable) {
    return Integer.parseInt(environment.getOrDefault(variable, ""));
  }

  /** Where a variable's port is reached. */
  String url(String portVariable) {
    return "http://" + HOST + ":" + port(portVariable);
  }

  /** Starts it and waits until it takes telemetry. */
  Collector start() {
    List<String> command = CollectorProgram.find().command(environment, folder);
    CompletableFuture<Void> ready = new CompletableFuture<>();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process started = builder.start();
      process = started;
      Thread reader = new Thread(() -> read(started.getInputStream(), ready), "collector-output");
      reader.setDaemon(true);
      reader.start();
      ready.get(SECONDS, TimeUnit.SECONDS);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the collector does not start" + describe(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Asks it to end, as Kubernetes does; see {@link #awaitExit}. */
  void terminate() {
    if (process != null) {
      process.toHandle().destroy();
    }
  }

  /** Waits until it has ended; its exit code. */
  int awaitExit() {
    Process ending = Objects.requireNonNull(process);
    try {
      if (!ending.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the collector does not end" + describe());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    process = null;
    return ending.exitValue();
  }

  /** {@link #terminate} and {@link #awaitExit}. */
  int stop() {
    terminate();
    return awaitExit();
  }

  /** What it has written, for a failed test. */
  String describe() {
    synchronized (output) {
      return "\ncollector:\n  " + String.join("\n  ", output);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }

  private void read(InputStream stream, CompletableFuture<Void> started) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (output) {
          output.add(line);
        }
        if (line.contains(READY)) {
          started.complete(null);
        }
      }
      started.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      started.completeExceptionally(e);
    }
  }

  static String text(String resource) {
    try (InputStream in = Collector.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AssertionError interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted while waiting for a collector", cause);
  }
}
