package dev.gossamer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where all agents send to, in a JVM of its own. */
final class SinkJvm implements AutoCloseable {
  /** Longer than any batch of the OpenTelemetry agents waits, see {@link Agent#environment}. */
  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(12);

  private final ChildJvm jvm;
  private final int port;

  private SinkJvm(ChildJvm jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  static SinkJvm start(Settings settings, Path log) throws IOException, InterruptedException {
    ChildJvm jvm =
        ChildJvm.start(
            List.of(
                settings.javaHome().resolve("bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                settings.application().toString(),
                "dev.gossamer.benchmarks.sink.Sink"),
            Map.of(),
            log);
    return new SinkJvm(jvm, Integer.parseInt(jvm.awaitFirstLine()));
  }

  int port() {
    return port;
  }

  long pid() {
    return jvm.pid();
  }

  /** Spans so far. */
  long spans() throws IOException {
    return jvm.ask(port, "/spans");
  }

  /** In how many bytes they came, as they were sent. */
  long bytes() throws IOException {
    return jvm.ask(port, "/bytes");
  }

  /** Waits until what was sent before has come. */
  void settle() throws IOException, InterruptedException {
    long spans = spans();
    long changed = System.nanoTime();
    while (System.nanoTime() - changed < SETTLED_NANOS) {
      Thread.sleep(200);
      long now = spans();
      if (now != spans) {
        spans = now;
        changed = System.nanoTime();
      }
    }
  }

  /**
   * Waits until so many spans came, or none more do; the slowest agent sends every ten seconds.
   *
   * @return how many came in the end
   */
  long awaitSpans(long expected) throws IOException, InterruptedException {
    long spans = spans();
    long changed = System.nanoTime();
    while (spans < expected && System.nanoTime() - changed < STILL_NANOS) {
      Thread.sleep(200);
      long now = spans();
      if (now != spans) {
        spans = now;
        changed = System.nanoTime();
      }
    }
    return spans;
  }

  /** A sink that takes nothing until this is closed. */
  interface Stopped extends AutoCloseable {
    @Override
    void close() throws IOException, InterruptedException;
  }

  /** Stops the process: it is there, and does not answer. */
  Stopped stop() throws IOException, InterruptedException {
    jvm.signal("STOP");
    return () -> jvm.signal("CONT");
  }

  @Override
  public void close() {
    jvm.close();
  }
}
