package dev.gossamer.testing.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server in a process of its own that prints {@code READY <port>} when it answers and ends when
 * its standard input does.
 */
final class ServerProcess implements AutoCloseable {
  static final String READY = "READY ";

  private static final int LAST_LINES = 40;
  private static final long SECONDS_TO_START = 120;
  private static final long SECONDS_TO_STOP = 20;

  private final String name;
  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Deque<String> lastLines = new ArrayDeque<>();

  private ServerProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  static ServerProcess start(String name, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    ServerProcess started = new ServerProcess(name, builder.start());
    Thread reader = new Thread(started::read, name + " output");
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  int awaitPort() {
    try {
      return port.get(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IllegalStateException(name + " did not start:\n  " + output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException(name + ": interrupted while it started", e);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It is gone already, or does not listen.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          port.complete(Integer.parseInt(line.substring(READY.length())));
        } else {
          keep(line);
        }
      }
      port.completeExceptionally(new IOException(name + " ended"));
    } catch (IOException | NumberFormatException e) {
      port.completeExceptionally(e);
    }
  }

  private synchronized void keep(String line) {
    lastLines.add(line);
    if (lastLines.size() > LAST_LINES) {
      lastLines.remove();
    }
  }

  private synchronized String output() {
    return String.join("\n  ", lastLines);
  }
}
