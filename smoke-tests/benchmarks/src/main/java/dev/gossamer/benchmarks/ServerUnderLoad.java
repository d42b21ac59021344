package dev.gossamer.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application under one agent, and what its requests cost. */
final class ServerUnderLoad implements AutoCloseable {
  /** The compiler needs some hundred thousand requests before it has little left to do. */
  private static final int WARM_UP_TIMES = 5;

  /** What compilers may still use for a request before it is measured. */
  private static final double WARM_COMPILER_NANOS = 1000;

  /**
   * So many lines for a request, and so few requests, that no agent's queue is ever full; and so
   * many lines that one export of metrics more or less in the window is nothing beside them.
   */
  private static final int LINES = 10;

  private static final int LINES_RATE = 500;
  private static final int ALLOCATED_MILLIS = 2000;

  private final Settings settings;
  private final SinkJvm sink;
  private final Load load;
  private final Server server;
  private final Agent agent;
  private final ChildJvm jvm;
  private final int port;
  private final Map<Measure, Double> values;
  private final List<Double> medians = new ArrayList<>();
  private final List<Double> tails = new ArrayList<>();
  private double cpuNanos;
  private double compilerNanos;
  private double requests;
  private double failed;
  private double spans;
  private double bytes;

  /**
   * Of a JVM that answers.
   *
   * @param values what was measured of it before; what is measured here is added
   */
  ServerUnderLoad(
      Harness harness,
      Server server,
      Agent agent,
      ChildJvm jvm,
      int port,
      Map<Measure, Double> values) {
    settings = harness.settings();
    sink = harness.sink();
    load = harness.load();
    this.server = server;
    this.agent = agent;
    this.jvm = jvm;
    this.port = port;
    this.values = values;
  }

  Agent agent() {
    return agent;
  }

  ChildJvm jvm() {
    return jvm;
  }

  int port() {
    return port;
  }

  Map<Measure, Double> values() {
    return values;
  }

  /** On all processors: beside a busy application on the same one, the compilers get nowhere. */
  void warmUp() throws IOException, InterruptedException {
    load.send(port, server.path(), WARM_UP_TIMES * settings.rate(), settings.warmUp());
    Compilers.awaitIdle(jvm);
  }

  /**
   * A little of the load that is measured.
   *
   * @return whether its compilers had next to nothing to do any more
   */
  boolean settle() throws IOException, InterruptedException {
    double before = Compilers.nanos(jvm);
    long sent = load.send(port, server.path(), settings.rate(), settings.warmUp() / 2).sent();
    Compilers.awaitIdle(jvm);
    return Compilers.nanos(jvm) - before < WARM_COMPILER_NANOS * sent;
  }

  /** Measures for so long. */
  void window(int seconds) throws IOException, InterruptedException {
    long spansBefore = sink.spans();
    long bytesBefore = sink.bytes();
    Map<String, ChildJvm.ThreadTime> before = jvm.threadTimes();
    Load.Answers answers = load.send(port, server.path(), settings.rate(), seconds);
    if (agent.jar() != null) {
      // Exporting them is a part of what they cost.
      sink.awaitSpans(spansBefore + answers.sent() * server.spans());
    }
    if (server.is(Server.Trait.SPANS_VARY)) {
      // Without agent as well: a consumer polls on meanwhile.
      sink.settle();
    }
    if (agent.jar() != null) {
      spans += sink.spans() - spansBefore;
      bytes += sink.bytes() - bytesBefore;
    }
    for (Map.Entry<String, ChildJvm.ThreadTime> thread : jvm.threadTimes().entrySet()) {
      ChildJvm.ThreadTime earlier = before.get(thread.getKey());
      double nanos = thread.getValue().nanos() - (earlier == null ? 0 : earlier.nanos());
      cpuNanos += nanos;
      compilerNanos += thread.getValue().compiler() ? nanos : 0;
    }
    requests += answers.sent();
    failed += answers.failed();
    medians.add(answers.medianMicros());
    tails.add(answers.tailMicros());
  }

  /** Adds what all windows told. */
  void told() {
    values.put(Measure.REQUEST_CPU, cpuNanos / requests / 1e3);
    values.put(Measure.COMPILER_CPU, compilerNanos / requests / 1e3);
    values.put(Measure.FAILURES, failed);
    values.put(Measure.LATENCY_P50, median(medians));
    values.put(Measure.LATENCY_P99, median(tails));
    if (agent.jar() != null) {
      values.put(Measure.SPANS_PER_REQUEST, spans / requests);
      if (spans > 0) {
        values.put(Measure.SPAN_BYTES, bytes / spans);
      }
    }
  }

  /** What a request and a line allocate on all threads, until they are exported. */
  void allocate() throws IOException, InterruptedException {
    values.put(Measure.REQUEST_ALLOCATION, allocatedByRequest(server.path(), settings.rate()));
    if (server.is(Server.Trait.ALL_SIGNALS)) {
      values.put(
          Measure.LINE_ALLOCATION,
          (allocatedByRequest(server.path() + "&lines=" + LINES, LINES_RATE)
                  - allocatedByRequest(server.path(), LINES_RATE))
              / LINES);
    }
  }

  private double allocatedByRequest(String path, int rate)
      throws IOException, InterruptedException {
    long spansBefore = sink.spans();
    long before = jvm.ask(port, "/allocated");
    long sent = load.send(port, path, rate, settings.load() / 2).sent();
    if (agent.jar() != null) {
      sink.awaitSpans(spansBefore + sent * server.spans());
    }
    Thread.sleep(ALLOCATED_MILLIS);
    return (double) (jvm.ask(port, "/allocated") - before) / sent;
  }

  private static double median(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
