package dev.gossamer.benchmarks;

import java.io.IOException;
import java.util.List;

/** Sends requests at a fixed rate, from a JVM of its own; one load at a time. */
final class Load implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final LoadJvm onRest;
  private final LoadJvm onAll;

  Load(Settings settings, Processors processors) {
    List<String> command =
        List.of(
            settings.javaHome().resolve("bin/java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            settings.application().toString(),
            "dev.gossamer.benchmarks.load.LoadGenerator");
    onRest = new LoadJvm(processors.onRest(command));
    onAll = new LoadJvm(command);
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
  Answers send(int port, String path, int rate, int seconds) throws IOException {
    return send(onRest, port, path, rate, seconds, 1, seconds);
  }

  /** As {@link #send}, but all of them, however long that takes. */
  Answers sendAll(int port, String path, int rate, int seconds, int mostSeconds)
      throws IOException {
    return send(onRest, port, path, rate, seconds, 1, mostSeconds);
  }

  /** From all processors, so many of a connection in one write. */
  Answers sendInBulk(int port, String path, int rate, int seconds, int atOnce) throws IOException {
    return send(onAll, port, path, rate, seconds, atOnce, seconds);
  }

  private static Answers send(
      LoadJvm generator, int port, String path, int rate, int seconds, int atOnce, int mostSeconds)
      throws IOException {
    return Answers.read(
        generator.ask(
            String.join(
                " ",
                Integer.toString(port),
                path,
                Integer.toString(rate),
                Integer.toString(CONNECTIONS),
                Integer.toString(seconds),
                Integer.toString(atOnce),
                Integer.toString(mostSeconds))));
  }

  @Override
  public void close() {
    onRest.close();
    onAll.close();
  }
}
