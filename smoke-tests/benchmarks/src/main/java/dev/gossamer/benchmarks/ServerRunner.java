package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.Server.Trait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application that answers requests: its start, and what a request costs. */
final class ServerRunner implements Runner {
  private static final int SETTLE_MILLIS = 2000;

  /** For the CPU of the first requests after the start. */
  private static final int FIRST_REQUESTS = 20_000;

  private static final int FIRST_REQUESTS_SECONDS = 120;

  /** Shorter than what the machine takes to become faster or slower. */
  private static final int WINDOW_SECONDS = 3;

  private final Harness harness;
  private final Settings settings;
  private final SinkJvm sink;
  private final Processors processors;
  private final Jcmd jcmd;
  private final Load load;
  private final Path logs;
  private final Failures failures;
  private final Server server;

  ServerRunner(Harness harness, Server server) {
    this.harness = harness;
    settings = harness.settings();
    sink = harness.sink();
    processors = harness.processors();
    jcmd = harness.jcmd();
    load = harness.load();
    logs = harness.logs();
    failures = harness.failures();
    this.server = server;
  }

  @Override
  public boolean together() {
    return server.is(Trait.TOGETHER);
  }

  @Override
  public List<Run> run(List<Agent> agents, int round) throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    List<ServerUnderLoad> all = new ArrayList<>();
    try {
      for (Agent agent : agents) {
        all.add(start(agent, round));
      }
      if (server.is(Trait.SUSTAINED)) {
        SustainedLoad sustained = new SustainedLoad(harness, server);
        for (ServerUnderLoad each : all) {
          boolean traced = each.agent().jar() != null;
          sustained.measure(each.jvm(), each.port(), traced, each.values());
        }
      } else if (round < server.loadRounds()) {
        measure(all);
      }
      for (ServerUnderLoad each : all) {
        runs.add(finish(each));
      }
    } finally {
      all.forEach(ServerUnderLoad::close);
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

  private ServerUnderLoad start(Agent agent, int round) throws IOException, InterruptedException {
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
        load.sendAll(port, server.path(), settings.rate(), seconds, FIRST_REQUESTS_SECONDS);
        values.put(Measure.WARM_UP_CPU, jvm.cpuSeconds() - before);
      }
      return new ServerUnderLoad(harness, server, agent, jvm, port, values);
    } catch (IOException | InterruptedException | RuntimeException e) {
      jvm.close();
      throw e;
    }
  }

  /** All are warm before any is measured, and then each gets a little load in its turn. */
  private void measure(List<ServerUnderLoad> all) throws IOException, InterruptedException {
    processors.pinRest(sink.pid());
    for (ServerUnderLoad each : all) {
      each.warmUp();
    }
    sink.settle();
    for (ServerUnderLoad each : all) {
      processors.pinApplication(each.jvm().pid());
    }
    settle(all);
    sink.settle();
    int windows = Math.max(1, settings.load() / WINDOW_SECONDS);
    for (int window = 0; window < windows; window++) {
      for (ServerUnderLoad each : all) {
        each.window(settings.load() / windows);
      }
    }
    for (ServerUnderLoad each : all) {
      each.told();
      if (server.is(Trait.TELLS_ALLOCATION)) {
        each.allocate();
      }
    }
  }

  /**
   * Until the compilers have found what else the load that is measured needs, which leads through
   * other branches than the first warm-up did: of how requests meet on one processor, and of what
   * an application does that had nothing to do while others had their turn.
   */
  private void settle(List<ServerUnderLoad> all) throws IOException, InterruptedException {
    List<ServerUnderLoad> compiling = new ArrayList<>(all);
    for (int turn = 0; turn < settings.settlingTurns() && !compiling.isEmpty(); turn++) {
      for (ServerUnderLoad each : List.copyOf(compiling)) {
        if (each.settle()) {
          compiling.remove(each);
        }
      }
    }
  }

  private Run finish(ServerUnderLoad started) throws IOException, InterruptedException {
    ChildJvm jvm = started.jvm();
    Map<Measure, Double> values = started.values();
    Map<String, Integer> threads = jcmd.threads(jvm.pid());
    jcmd.collect(jvm.pid());
    // The JVM brings these counters up to date when it collects.
    Jcmd.Counters collected = jcmd.counters(jvm.pid());
    values.put(Measure.LIVE_HEAP, collected.heapMiB());
    values.put(Measure.METASPACE, collected.metaspaceMiB());
    values.put(Measure.CODE_CACHE, jcmd.codeCacheMiB(jvm.pid()));
    return new Run(started.agent(), values, threads, jvm.outLines(), jvm.errLines());
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
          argument
              .replace("PORT", Integer.toString(port))
              .replace("FOLDER", folder.toString())
              .replace("AGENT", agent.key()));
    }
    return command;
  }
}
