package dev.gossamer.smoke.pipeline;

import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.TelemetryReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The collector in the middle, and what is to be read at its far ends. */
final class CentralCollector implements AutoCloseable {
  /** What takes longer is kept. */
  static final int SLOW_MILLIS = 1000;

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Collector collector;
  private final Path file;

  CentralCollector(Path folder, TelemetryReceiver farEnd) {
    file = folder.resolve("central.jsonl");
    collector =
        new Collector("central.yaml", folder)
            .listening("HTTP_PORT", "PROMETHEUS_PORT")
            .with("SLOW_MILLIS", String.valueOf(SLOW_MILLIS))
            .with("FILE", file.toString())
            .with("FAR_END", farEnd.endpoint());
  }

  /** Has it listen on all of this machine's addresses. */
  CentralCollector forOtherMachines() {
    collector.with("HOST", "0.0.0.0");
    return this;
  }

  CentralCollector start() {
    collector.start();
    return this;
  }

  /** Where sidecars send to. */
  int port() {
    return collector.port("HTTP_PORT");
  }

  /** Waits until Prometheus would read this line, or a part of it; all that it would read then. */
  String awaitSeries(String line) {
    return await(
        line,
        () -> RawHttp.request("GET", "/metrics").send(collector.port("PROMETHEUS_PORT")).body());
  }

  /** Waits until the file, one JSON object of OTLP on each line, has a line with this in it. */
  void awaitInFile(String line) {
    await(line, this::fileText);
  }

  private String fileText() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Neither of the two tells when it changes. */
  private static String await(String line, Supplier<String> source) {
    Pattern pattern = Pattern.compile(line);
    long end = System.nanoTime() + DEADLINE.toNanos();
    String text = source.get();
    while (!pattern.matcher(text).find()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("no " + line + " in:\n" + text);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      text = source.get();
    }
    return text;
  }

  @Override
  public void close() {
    collector.close();
  }
}
