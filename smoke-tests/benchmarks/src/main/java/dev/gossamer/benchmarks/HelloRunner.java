package dev.gossamer.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An application that serves nobody, twice: one that waits while it is looked at, and one that ends
 * at once.
 */
final class HelloRunner implements Runner {
  private static final int SETTLE_MILLIS = 2000;

  private final Settings settings;
  private final SinkJvm sink;
  private final Jcmd jcmd;
  private final Path logs;
  private final String key;
  private final String mainClass;
  private final List<Path> libraries;

  /**
   * @param key for file names
   * @param mainClass prints {@link System#nanoTime} first; with {@code wait} it ends with its input
   */
  HelloRunner(Harness harness, String key, String mainClass, List<Path> libraries) {
    this.key = key;
    this.mainClass = mainClass;
    this.libraries = libraries;
    settings = harness.settings();
    sink = harness.sink();
    jcmd = harness.jcmd();
    logs = harness.logs();
  }

  @Override
  public List<Run> run(List<Agent> agents, int round) throws IOException, InterruptedException {
    return List.of(run(agents.get(0), round));
  }

  private Run run(Agent agent, int round) throws IOException, InterruptedException {
    Path log = logs.resolve(key + "-" + agent.key() + "-" + round);
    Map<Measure, Double> values = Run.noValues();
    List<String> waiting = command(agent);
    waiting.add("wait");
    Map<String, Integer> threads;
    List<String> out;
    List<String> err;
    try (ChildJvm jvm = ChildJvm.start(waiting, Agent.environment(sink.port()), log)) {
      long main = Long.parseLong(jvm.awaitFirstLine());
      values.put(Measure.MAIN_WALL, (main - jvm.started()) / 1e6);
      Thread.sleep(SETTLE_MILLIS);
      values.put(Measure.SETTLED_CPU, jvm.cpuSeconds());
      values.put(Measure.RSS, jvm.residentMiB());
      values.put(Measure.CLASSES, jcmd.counters(jvm.pid()).classes());
      threads = jcmd.threads(jvm.pid());
      jcmd.collect(jvm.pid());
      // The JVM brings these counters up to date when it collects.
      Jcmd.Counters collected = jcmd.counters(jvm.pid());
      values.put(Measure.LIVE_HEAP, collected.heapMiB());
      values.put(Measure.METASPACE, collected.metaspaceMiB());
      values.put(Measure.CODE_CACHE, jcmd.codeCacheMiB(jvm.pid()));
      jvm.endByInput();
      out = jvm.outLines();
      err = jvm.errLines();
    }
    timeUntilExit(agent, log, values);
    return new Run(agent, values, threads, out, err);
  }

  /** The shell's {@code time} asks the kernel what the ended process took, exact to the thread. */
  private void timeUntilExit(Agent agent, Path log, Map<Measure, Double> values)
      throws IOException, InterruptedException {
    Path out = log.resolveSibling(log.getFileName() + "-exit.out");
    Path err = log.resolveSibling(log.getFileName() + "-exit.err");
    List<String> timed = new ArrayList<>();
    timed.addAll(
        List.of(
            "bash",
            "-c",
            "TIMEFORMAT='%3U %3S %3R'; out=$1; err=$2; shift 2; time \"$@\" >\"$out\" 2>\"$err\"",
            "bash",
            out.toString(),
            err.toString()));
    timed.addAll(command(agent));
    ProcessBuilder builder = new ProcessBuilder(timed).redirectErrorStream(true);
    ChildJvm.clean(builder.environment());
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(Agent.environment(sink.port()));
    Process process = builder.start();
    String times =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(key + " did not end well under " + agent.title() + ": " + err);
    }
    String[] seconds = times.split(" ");
    values.put(Measure.EXIT_CPU, Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]));
    values.put(Measure.EXIT_WALL, Double.parseDouble(seconds[2]) * 1000);
  }

  private List<String> command(Agent agent) {
    List<String> command = new ArrayList<>();
    command.add(settings.javaHome().resolve("bin/java").toString());
    command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(agent.jvmArguments());
    List<String> classPath = new ArrayList<>(List.of(settings.application().toString()));
    libraries.forEach(library -> classPath.add(library.toString()));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
    return command;
  }
}
