package dev.gossamer.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application that answers requests: its start, and what a request costs. */
final class ServerRunner implements Runner {
  private static final int SETTLE_MILLIS = 2000;
  private static final int CONNECTIONS = 8;

  /** The compiler needs some hundred thousand requests before it has little left to do. */
  private static final int WARM_UP_TIMES = 5;

  private final Settings settings;
  private final SinkJvm sink;
  private final Processors processors;
  private final Jcmd jcmd;
  private final Path logs;
  private final Server server;

  /**
   * What differs between the applications.
   *
   * @param key for file names; the class path stands in target/key.classpath
   * @param arguments with {@code PORT} and {@code FOLDER} in them
   * @param loadRounds in how many rounds there is load
   * @param spans least number of spans of a request
   */
  record Server(
      String key,
      String mainClass,
      List<String> arguments,
      String path,
      int loadRounds,
      int spans) {}

  ServerRunner(Settings settings, SinkJvm sink, Processors processors, Path logs, Server server) {
    this.settings = settings;
    this.sink = sink;
    this.processors = processors;
    this.jcmd = new Jcmd(settings.javaHome());
    this.logs = logs;
    this.server = server;
  }

  @Override
  public Run run(Agent agent, int round) throws IOException, InterruptedException {
    int port = ChildJvm.freePort();
    Path log = logs.resolve(server.key() + "-" + agent.key() + "-" + round);
    Map<Measure, Double> values = Run.noValues();
    Map<String, Integer> threads;
    List<String> out;
    List<String> err;
    try (ChildJvm jvm = ChildJvm.start(command(agent, port), Agent.environment(sink.port()), log)) {
      long ready = jvm.awaitResponse(port, server.path());
      values.put(Measure.READY_CPU, jvm.cpuSeconds());
      values.put(Measure.READY_WALL, (ready - jvm.started()) / 1e6);
      Thread.sleep(SETTLE_MILLIS);
      values.put(Measure.SETTLED_CPU, jvm.cpuSeconds());
      values.put(Measure.RSS, jvm.residentMiB());
      values.put(Measure.CLASSES, jcmd.counters(jvm.pid()).classes());
      if (round < server.loadRounds()) {
        load(agent, jvm, port, values);
      }
      threads = jcmd.threads(jvm.pid());
      jcmd.collect(jvm.pid());
      // The JVM brings these counters up to date when it collects.
      Jcmd.Counters collected = jcmd.counters(jvm.pid());
      values.put(Measure.LIVE_HEAP, collected.heapMiB());
      values.put(Measure.METASPACE, collected.metaspaceMiB());
      out = jvm.outLines();
      err = jvm.errLines();
    }
    return new Run(agent, values, threads, out, err);
  }

  private void load(Agent agent, ChildJvm jvm, int port, Map<Measure, Double> values)
      throws IOException, InterruptedException {
    long spansBefore = sink.spans();
    processors.pinApplication(jvm.pid());
    processors.pinRest(sink.pid());
    long warmUp =
        Long.parseLong(generate(port, WARM_UP_TIMES * settings.rate(), settings.warmUp())[0]);
    boolean traced = agent.jar() != null;
    if (traced) {
      sink.awaitSpans(spansBefore + warmUp * server.spans());
    }
    long spansWarm = sink.spans();
    double cpuBefore = jvm.cpuSeconds();
    double compilersBefore = jvm.compilerSeconds();
    String[] load = generate(port, settings.rate(), settings.load());
    double compilers = jvm.compilerSeconds() - compilersBefore;
    double cpu = jvm.cpuSeconds() - cpuBefore - compilers;
    long requests = Long.parseLong(load[0]);
    values.put(Measure.REQUEST_CPU, cpu / requests * 1e6);
    values.put(Measure.COMPILER_CPU, compilers);
    values.put(Measure.FAILURES, Double.parseDouble(load[1]));
    values.put(Measure.LATENCY_P50, Double.parseDouble(load[2]));
    values.put(Measure.LATENCY_P99, Double.parseDouble(load[3]));
    if (traced) {
      long spans = sink.awaitSpans(spansWarm + requests * server.spans()) - spansWarm;
      values.put(Measure.SPANS_PER_REQUEST, (double) spans / requests);
    }
  }

  /** Requests, failures, median and 99th percentile of the latency. */
  private String[] generate(int port, int rate, int seconds)
      throws IOException, InterruptedException {
    List<String> command =
        processors.onRest(
            List.of(
                settings.javaHome().resolve("bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                settings.application().toString(),
                "dev.gossamer.benchmarks.load.LoadGenerator",
                Integer.toString(port),
                server.path(),
                Integer.toString(rate),
                Integer.toString(CONNECTIONS),
                Integer.toString(seconds)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    ChildJvm.clean(builder.environment());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (process.waitFor() != 0) {
      throw new IOException("the load failed: " + output);
    }
    return output.split(" ");
  }

  private List<String> command(Agent agent, int port) throws IOException {
    Path folder = Files.createDirectories(logs.resolve(server.key() + "-folder"));
    String libraries =
        Files.readString(settings.target().resolve(server.key() + ".classpath")).trim();
    List<String> command = new ArrayList<>();
    command.add(settings.javaHome().resolve("bin/java").toString());
    // All compiler threads stay: what they have used cannot be read once they have ended.
    command.addAll(
        List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:-UseDynamicNumberOfCompilerThreads"));
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
