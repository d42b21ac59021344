package dev.gossamer.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application that answers requests: its start, and what a request costs. */
final class ServerRunner implements Runner {
  private static final int SETTLE_MILLIS = 2000;
  private static final int CONNECTIONS = 8;

  /** The compiler needs some hundred thousand requests before it has little left to do. */
  private static final int WARM_UP_TIMES = 5;

  private static final int MOST_COMPILING_SECONDS = 20;
  private static final double IDLE_COMPILER_NANOS = 20e6;

  /** What compilers may still use for a request before it is measured. */
  private static final double WARM_COMPILER_NANOS = 1000;

  private static final int MOST_WARM_UP_WINDOWS = 5;
  private static final int MOST_WARM_UP_WINDOWS_QUICK = 3;

  /**
   * So many lines for a request, and so few requests, that no agent's queue is ever full; and so
   * many lines that one export of metrics more or less in the window is nothing beside them.
   */
  private static final int LINES = 10;

  private static final int LINES_RATE = 500;

  /** For the CPU of the first requests after the start. */
  private static final int FIRST_REQUESTS = 20_000;

  private static final int FIRST_REQUESTS_SECONDS = 120;

  private static final int SUSTAINED_RATE = 20_000;

  /** So many requests in one write: what the load costs itself must leave room for the server. */
  private static final int AT_ONCE = 10;

  private static final int PROBE_SECONDS = 4;

  /** Of the rate, where the machine can do it. */
  private static final double SUSTAINED_ENOUGH = 0.97;

  /**
   * Of what the machine can do, where that is less: nobody keeps up with a machine that is full.
   */
  private static final double LEAVING_ROOM = 0.75;

  /** Shorter than what the machine takes to become faster or slower. */
  private static final int WINDOW_SECONDS = 3;

  private final Settings settings;
  private final SinkJvm sink;
  private final Processors processors;
  private final Jcmd jcmd;
  private final Path logs;
  private final Server server;
  private final Failures failures;

  /**
   * What differs between the applications.
   *
   * @param key for file names; the class path stands in target/key.classpath
   * @param arguments with {@code PORT} and {@code FOLDER} in them
   * @param loadRounds in how many rounds there is load
   * @param spans least number of spans of a request
   * @param traits what is done with it beside
   */
  record Server(
      String key,
      String mainClass,
      List<String> arguments,
      String path,
      int loadRounds,
      int spans,
      Set<Trait> traits) {
    boolean is(Trait trait) {
      return traits.contains(trait);
    }
  }

  /** What is not done with every application. */
  enum Trait {
    /**
     * It runs under all agents at once, each with load in its turn: what differs between the agents
     * is less than what one processor does from minute to minute.
     */
    TOGETHER,
    /** Metrics and logs are exported, too, and lines of the log measured. */
    ALL_SIGNALS,
    /** It has to bear as much load as the machine can make, and a collector that stands still. */
    SUSTAINED,
    /** It tells at {@code /allocated} what it has allocated. */
    TELLS_ALLOCATION,
    /** Its start is measured on one processor and with archives, too. */
    STARTS,
    /** So is what the first requests cost. */
    FIRST_REQUESTS
  }

  ServerRunner(
      Settings settings,
      SinkJvm sink,
      Processors processors,
      Path logs,
      Failures failures,
      Server server) {
    this.failures = failures;
    this.settings = settings;
    this.sink = sink;
    this.processors = processors;
    this.jcmd = new Jcmd(settings.javaHome());
    this.logs = logs;
    this.server = server;
  }

  @Override
  public boolean together() {
    return server.is(Trait.TOGETHER);
  }

  @Override
  public List<Run> run(List<Agent> agents, int round) throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    List<Started> all = new ArrayList<>();
    try {
      for (Agent agent : agents) {
        all.add(start(agent, round));
      }
      if (server.is(Trait.SUSTAINED)) {
        for (Started each : all) {
          each.sustain();
        }
      } else if (round < server.loadRounds()) {
        load(all);
      }
      for (Started each : all) {
        runs.add(each.finish());
      }
    } finally {
      all.forEach(Started::close);
    }
    if (does(Trait.STARTS, round)) {
      for (Run run : runs) {
        startInOtherWays(run.agent(), round, run.values());
      }
    }
    return runs;
  }

  /** What takes long is done in the first rounds only. */
  private boolean does(Trait trait, int round) {
    return server.is(trait) && round < settings.startRounds();
  }

  /** On one processor, as a small container has it; and with archives that the application made. */
  private void startInOtherWays(Agent agent, int round, Map<Measure, Double> values)
      throws InterruptedException {
    String what = server.key() + " " + round + " " + agent.key();
    if (processors.pinning()) {
      failures.attempt(what + " on one processor", () -> startOnOne(agent, round, values));
    }
    for (Archive archive : Archive.values()) {
      if (Machine.feature(settings.javaHome()) >= archive.leastJava()) {
        failures.attempt(what + " " + archive, () -> startFrom(archive, agent, round, values));
      }
    }
  }

  private void startOnOne(Agent agent, int round, Map<Measure, Double> values)
      throws IOException, InterruptedException {
    int port = ChildJvm.freePort();
    Path log = logs.resolve(server.key() + "-one-" + agent.key() + "-" + round);
    try (ChildJvm jvm =
        ChildJvm.start(processors.onOne(command(agent, port, List.of())), environment(), log)) {
      long ready = jvm.awaitResponse(port, server.path());
      values.put(Measure.ONE_CPU_READY_CPU, jvm.cpuSeconds());
      values.put(Measure.ONE_CPU_READY_WALL, (ready - jvm.started()) / 1e6);
    }
  }

  private void startFrom(Archive archive, Agent agent, int round, Map<Measure, Double> values)
      throws IOException, InterruptedException {
    Path file = logs.resolve(server.key() + archive.extension());
    if (!Files.exists(file)) {
      // Without agent: it is the application's, made when its image is built.
      Agent none = new Agent(Agent.NONE, "no agent", null);
      int port = ChildJvm.freePort();
      Path log = logs.resolve(server.key() + archive.extension() + "-made");
      try (ChildJvm jvm =
          ChildJvm.start(command(none, port, archive.made(file)), environment(), log)) {
        jvm.awaitResponse(port, server.path());
      }
      if (!Files.exists(file)) {
        throw new IOException("the JVM made no " + file + "; see " + log);
      }
    }
    int port = ChildJvm.freePort();
    Path log = logs.resolve(server.key() + archive.extension() + "-" + agent.key() + "-" + round);
    try (ChildJvm jvm =
        ChildJvm.start(command(agent, port, archive.used(file)), environment(), log)) {
      jvm.awaitResponse(port, server.path());
      values.put(archive.cpu(), jvm.cpuSeconds());
      values.put(archive.classes(), jcmd.counters(jvm.pid()).sharedClasses());
    }
  }

  private Map<String, String> environment() {
    return server.is(Trait.ALL_SIGNALS)
        ? Agent.environmentOfAllSignals(sink.port())
        : Agent.environment(sink.port());
  }

  private Started start(Agent agent, int round) throws IOException, InterruptedException {
    int port = ChildJvm.freePort();
    Path log = logs.resolve(server.key() + "-" + agent.key() + "-" + round);
    ChildJvm jvm = ChildJvm.start(command(agent, port, List.of()), environment(), log);
    try {
      Map<Measure, Double> values = Run.noValues();
      long ready = jvm.awaitResponse(port, server.path());
      values.put(Measure.READY_CPU, jvm.cpuSeconds());
      values.put(Measure.READY_WALL, (ready - jvm.started()) / 1e6);
      Thread.sleep(SETTLE_MILLIS);
      values.put(Measure.SETTLED_CPU, jvm.cpuSeconds());
      values.put(Measure.RSS, jvm.residentMiB());
      values.put(Measure.CLASSES, jcmd.counters(jvm.pid()).classes());
      if (does(Trait.FIRST_REQUESTS, round)) {
        double before = jvm.cpuSeconds();
        int seconds = FIRST_REQUESTS / settings.rate();
        generate(true, port, server.path(), settings.rate(), seconds, 1, FIRST_REQUESTS_SECONDS);
        values.put(Measure.WARM_UP_CPU, jvm.cpuSeconds() - before);
      }
      return new Started(agent, jvm, port, values);
    } catch (IOException | InterruptedException | RuntimeException e) {
      jvm.close();
      throw e;
    }
  }

  /** All are warm before any is measured, and then each gets a little load in its turn. */
  private void load(List<Started> all) throws IOException, InterruptedException {
    processors.pinRest(sink.pid());
    for (Started each : all) {
      each.warmUp();
    }
    sink.settle();
    for (Started each : all) {
      processors.pinApplication(each.jvm.pid());
      each.settle();
    }
    sink.settle();
    int windows = Math.max(1, settings.load() / WINDOW_SECONDS);
    for (int window = 0; window < windows; window++) {
      for (Started each : all) {
        each.window(settings.load() / windows);
      }
    }
    for (Started each : all) {
      each.told();
      if (server.is(Trait.TELLS_ALLOCATION)) {
        each.allocate();
      }
    }
  }

  /** The application under one agent, until it is closed. */
  private final class Started implements AutoCloseable {
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

    Started(Agent agent, ChildJvm jvm, int port, Map<Measure, Double> values) {
      this.agent = agent;
      this.jvm = jvm;
      this.port = port;
      this.values = values;
    }

    /** On all processors: beside a busy application on the same one, the compilers get nowhere. */
    void warmUp() throws IOException, InterruptedException {
      generate(port, WARM_UP_TIMES * settings.rate(), settings.warmUp());
      awaitCompilers();
    }

    /**
     * Until the compilers have found what else the load that is measured needs: how requests meet
     * on one processor leads through other branches than the first warm-up did.
     */
    void settle() throws IOException, InterruptedException {
      int most = settings.quick() ? MOST_WARM_UP_WINDOWS_QUICK : MOST_WARM_UP_WINDOWS;
      for (int window = 0; window < most; window++) {
        double before = compilerNanos(jvm.threadTimes());
        double sent = Double.parseDouble(generate(port, settings.rate(), settings.warmUp() / 2)[0]);
        awaitCompilers();
        if (compilerNanos(jvm.threadTimes()) - before < WARM_COMPILER_NANOS * sent) {
          return;
        }
      }
    }

    private void awaitCompilers() throws IOException, InterruptedException {
      double before = compilerNanos(jvm.threadTimes());
      for (int second = 0; second < MOST_COMPILING_SECONDS; second++) {
        Thread.sleep(1000);
        double now = compilerNanos(jvm.threadTimes());
        if (now - before < IDLE_COMPILER_NANOS) {
          return;
        }
        before = now;
      }
    }

    void window(int seconds) throws IOException, InterruptedException {
      long spansBefore = sink.spans();
      long bytesBefore = sink.bytes();
      Map<String, ChildJvm.ThreadTime> before = jvm.threadTimes();
      String[] load = generate(port, settings.rate(), seconds);
      long sent = Long.parseLong(load[0]);
      if (agent.jar() != null) {
        // Exporting them is a part of what they cost.
        spans += sink.awaitSpans(spansBefore + sent * server.spans()) - spansBefore;
        bytes += sink.bytes() - bytesBefore;
      }
      for (Map.Entry<String, ChildJvm.ThreadTime> thread : jvm.threadTimes().entrySet()) {
        ChildJvm.ThreadTime earlier = before.get(thread.getKey());
        double nanos = thread.getValue().nanos() - (earlier == null ? 0 : earlier.nanos());
        cpuNanos += nanos;
        compilerNanos += thread.getValue().compiler() ? nanos : 0;
      }
      requests += sent;
      failed += Double.parseDouble(load[1]);
      medians.add(Double.parseDouble(load[2]));
      tails.add(Double.parseDouble(load[3]));
    }

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

    /**
     * As many requests as are asked for, or nearly as many as the machine can do, while it has all
     * processors; then the same while the collector stands still, so that the queue is full.
     */
    void sustain() throws IOException, InterruptedException {
      sustain(SUSTAINED_RATE, settings.warmUp());
      awaitCompilers();
      double reached = sustain(SUSTAINED_RATE, PROBE_SECONDS) / (double) PROBE_SECONDS;
      int rate =
          reached > SUSTAINED_ENOUGH * SUSTAINED_RATE
              ? SUSTAINED_RATE
              : (int) (LEAVING_ROOM * reached);
      sink.settle();
      long spansBefore = sink.spans();
      long sent = sustain(rate, settings.sustained());
      values.put(Measure.SUSTAINED_RATE, (double) sent / settings.sustained());
      if (agent.jar() != null) {
        long expected = sent * server.spans();
        long delivered = sink.awaitSpans(spansBefore + expected) - spansBefore;
        values.put(Measure.LOST_SPANS, (double) Math.max(0, expected - delivered));
      }
      jcmd.collect(jvm.pid());
      double empty = jcmd.counters(jvm.pid()).heapMiB();
      try (SinkJvm.Stopped stopped = sink.stop()) {
        sustain(rate, PROBE_SECONDS);
        jcmd.collect(jvm.pid());
        values.put(Measure.QUEUE_HEAP, jcmd.counters(jvm.pid()).heapMiB() - empty);
      }
    }

    private long sustain(int rate, int seconds) throws IOException, InterruptedException {
      String[] load = generate(false, port, server.path(), rate, seconds, AT_ONCE, seconds);
      failed += Double.parseDouble(load[1]);
      values.put(Measure.FAILURES, failed);
      return Long.parseLong(load[0]);
    }

    /** What a request and a line allocate on all threads, until they are exported. */
    void allocate() throws IOException, InterruptedException {
      values.put(Measure.REQUEST_ALLOCATION, allocatedByRequest(server.path(), settings.rate()));
      if (server.is(Trait.ALL_SIGNALS)) {
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
      long sent = Long.parseLong(generate(port, path, rate, settings.load() / 2)[0]);
      if (agent.jar() != null) {
        sink.awaitSpans(spansBefore + sent * server.spans());
      }
      Thread.sleep(SETTLE_MILLIS);
      return (double) (jvm.ask(port, "/allocated") - before) / sent;
    }

    Run finish() throws IOException, InterruptedException {
      Map<String, Integer> threads = jcmd.threads(jvm.pid());
      jcmd.collect(jvm.pid());
      // The JVM brings these counters up to date when it collects.
      Jcmd.Counters collected = jcmd.counters(jvm.pid());
      values.put(Measure.LIVE_HEAP, collected.heapMiB());
      values.put(Measure.METASPACE, collected.metaspaceMiB());
      values.put(Measure.CODE_CACHE, jcmd.codeCacheMiB(jvm.pid()));
      return new Run(agent, values, threads, jvm.outLines(), jvm.errLines());
    }

    @Override
    public void close() {
      jvm.close();
    }
  }

  private static double compilerNanos(Map<String, ChildJvm.ThreadTime> threads) {
    return threads.values().stream()
        .filter(ChildJvm.ThreadTime::compiler)
        .mapToDouble(ChildJvm.ThreadTime::nanos)
        .sum();
  }

  private static double median(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }

  /** Requests, failures, median and 99th percentile of the latency. */
  private String[] generate(int port, int rate, int seconds)
      throws IOException, InterruptedException {
    return generate(port, server.path(), rate, seconds);
  }

  private String[] generate(int port, String path, int rate, int seconds)
      throws IOException, InterruptedException {
    return generate(true, port, path, rate, seconds, 1, seconds);
  }

  private String[] generate(
      boolean pinned, int port, String path, int rate, int seconds, int atOnce, int most)
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
            Integer.toString(most));
    ProcessBuilder builder =
        new ProcessBuilder(pinned ? processors.onRest(command) : command).redirectErrorStream(true);
    ChildJvm.clean(builder.environment());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (process.waitFor() != 0) {
      throw new IOException("the load failed: " + output);
    }
    return output.split(" ");
  }

  private List<String> command(Agent agent, int port, List<String> more) throws IOException {
    Path folder = Files.createDirectories(logs.resolve(server.key() + "-folder"));
    String libraries =
        Files.readString(settings.target().resolve(server.key() + ".classpath")).trim();
    List<String> command = new ArrayList<>();
    command.add(settings.javaHome().resolve("bin/java").toString());
    // All compiler threads stay: what they have used cannot be read once they have ended.
    command.addAll(
        List.of(
            "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads"));
    command.addAll(more);
    command.addAll(agent.jvmArguments());
    command.add("-cp");
    command.add(settings.application() + File.pathSeparator + libraries);
    command.add(server.mainClass());
    for (String argument : server.arguments()) {
      command.add(
          argument.replace("PORT", Integer.toString(port)).replace("FOLDER", folder.toString()));
    }
    return command;
  }
}
