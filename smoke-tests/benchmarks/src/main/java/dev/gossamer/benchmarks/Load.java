package dev.gossamer.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends requests at a fixed rate, from a JVM of its own. */
final class Load {
  private static final int CONNECTIONS = 8;

  private final Settings settings;
  private final Processors processors;

  Load(Settings settings, Processors processors) {
    this.settings = settings;
    this.processors = processors;
  }

  /**
   * What became of the requests.
   *
   * @param sent how many there were
   * @param failed how many of them had no good answer
   * @param medianMicros of the latency
   * @param tailMicros its 99th percentile
   */
  record Answers(long sent, long failed, double medianMicros, double tailMicros) {
    private static Answers read(String line) throws IOException {
      String[] numbers = line.split(" ");
      try {
        return new Answers(
            Long.parseLong(numbers[0]),
            Long.parseLong(numbers[1]),
            Double.parseDouble(numbers[2]),
            Double.parseDouble(numbers[3]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IOException("the load said: " + line, e);
      }
    }
  }

  /** From the processor that the application has not; what is not sent in time is left out. */
  Answers send(int port, String path, int rate, int seconds)
      throws IOException, InterruptedException {
    return send(true, port, path, rate, seconds, 1, seconds);
  }

  /** As {@link #send}, but all of them, however long that takes. */
  Answers sendAll(int port, String path, int rate, int seconds, int mostSeconds)
      throws IOException, InterruptedException {
    return send(true, port, path, rate, seconds, 1, mostSeconds);
  }

  /** From all processors, so many of a connection in one write. */
  Answers sendInBulk(int port, String path, int rate, int seconds, int atOnce)
      throws IOException, InterruptedException {
    return send(false, port, path, rate, seconds, atOnce, seconds);
  }

  private Answers send(
      boolean pinned, int port, String path, int rate, int seconds, int atOnce, int mostSeconds)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            settings.javaHome().resolve("bin/java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            settings.application().toString(),
            "dev.gossamer.benchmarks.load.LoadGenerator",
            Integer.toString(port),
            path,
            Integer.toString(rate),
            Integer.toString(CONNECTIONS),
            Integer.toString(seconds),
            Integer.toString(atOnce),
            Integer.toString(mostSeconds));
    ProcessBuilder builder =
        new ProcessBuilder(pinned ? processors.onRest(command) : command).redirectErrorStream(true);
    ChildJvm.clean(builder.environment());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (process.waitFor() != 0) {
      throw new IOException("the load failed: " + output);
    }
    return Answers.read(output);
  }
}
