package dev.gossamer.benchmarks;

import java.io.IOException;
import java.util.Map;

/**
 * As many requests as are asked for, or nearly as many as the machine can do, while the application
 * has all processors; then the same while the collector stands still, so that the queue is full.
 */
final class SustainedLoad {
  private static final int RATE = 20_000;

  /** So many requests in one write: what the load costs itself must leave room for the server. */
  private static final int AT_ONCE = 10;

  private static final int PROBE_SECONDS = 4;

  /** Of the rate, where the machine can do it. */
  private static final double ENOUGH = 0.97;

  /**
   * Of what the machine can do, where that is less: nobody keeps up with a machine that is full.
   */
  private static final double LEAVING_ROOM = 0.75;

  private final Settings settings;
  private final SinkJvm sink;
  private final Jcmd jcmd;
  private final Load load;
  private final Server server;

  SustainedLoad(Harness harness, Server server) {
    settings = harness.settings();
    sink = harness.sink();
    jcmd = harness.jcmd();
    load = harness.load();
    this.server = server;
  }

  /** Measures a JVM that has just been started. */
  void measure(ChildJvm jvm, int port, boolean traced, Map<Measure, Double> values)
      throws IOException, InterruptedException {
    send(port, RATE, settings.warmUp(), values);
    Compilers.awaitIdle(jvm);
    double reached = send(port, RATE, PROBE_SECONDS, values) / (double) PROBE_SECONDS;
    int rate = reached > ENOUGH * RATE ? RATE : (int) (LEAVING_ROOM * reached);
    sink.settle();
    long spansBefore = sink.spans();
    long sent = send(port, rate, settings.sustained(), values);
    values.put(Measure.SUSTAINED_RATE, (double) sent / settings.sustained());
    if (traced) {
      long expected = sent * server.spans();
      long delivered = sink.awaitSpans(spansBefore + expected) - spansBefore;
      values.put(Measure.LOST_SPANS, (double) Math.max(0, expected - delivered));
    }
    jcmd.collect(jvm.pid());
    double empty = jcmd.counters(jvm.pid()).heapMiB();
    try (SinkJvm.Stopped stopped = sink.stop()) {
      send(port, rate, PROBE_SECONDS, values);
      jcmd.collect(jvm.pid());
      values.put(Measure.QUEUE_HEAP, jcmd.counters(jvm.pid()).heapMiB() - empty);
    }
  }

  private long send(int port, int rate, int seconds, Map<Measure, Double> values)
      throws IOException, InterruptedException {
    Load.Answers answers = load.sendInBulk(port, server.path(), rate, seconds, AT_ONCE);
    values.merge(Measure.FAILURES, (double) answers.failed(), Double::sum);
    return answers.sent();
  }
}
