package dev.gossamer.benchmarks.hot;

import dev.gossamer.bootstrap.Agent;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the micro-benchmarks, each in a JVM of its own. */
public final class HotPaths {
  /** How many there are, for how long they take. */
  public static final int COUNT = 16;

  private static final String[] JVM = {"-Xmx256m", "-XX:+UseSerialGC"};

  private HotPaths() {}

  /**
   * What one call costs.
   *
   * @param nanos mean, and half the width of its 99.9 % confidence interval; NaN when too few
   * @param bytes allocated for one call
   */
  public record Cost(String name, double nanos, double error, double bytes) {}

  /**
   * @param seconds warm-up and measurement each; every second is one iteration
   * @param javaHome whose {@code java}
   * @param jar ours
   * @param log what JMH itself has to say; a second file of that name and {@code -agent}
   */
  public static List<Cost> measure(int seconds, Path javaHome, Path jar, Path log) {
    List<Cost> costs = new ArrayList<>();
    run(
        options(seconds, javaHome)
            .include(RequestBenchmark.class.getName() + ".*")
            .include(SpanBenchmark.class.getName() + ".*")
            .include(HandOffBenchmark.class.getName() + ".*")
            .jvmArgsAppend(JVM)
            .output(log.toString()),
        "",
        costs);
    withoutBootstrap();
    run(
        options(seconds, javaHome)
            .include(HandOffBenchmark.class.getName() + ".*")
            .include(ClassLoadBenchmark.class.getName() + ".*")
            .jvmArgsAppend(JVM)
            .jvmArgsPrepend(
                "-javaagent:" + jar,
                "-D" + HandOffBenchmark.UNDER_AGENT + "=true",
                "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:9")
            .output(log + "-agent"),
        ", under the agent",
        costs);
    return costs;
  }

  /** A JVM takes the agent's first class from its class path, if it stands there, too. */
  private static void withoutBootstrap() {
    String own = System.getProperty("java.class.path", "");
    System.setProperty(
        "java.class.path",
        Stream.of(own.split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).startsWith(code(Agent.class)))
            .collect(Collectors.joining(File.pathSeparator)));
  }

  private static Path code(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ChainedOptionsBuilder options(int seconds, Path javaHome) {
    return new OptionsBuilder()
        .jvm(javaHome.resolve("bin/java").toString())
        .forks(1)
        .warmupIterations(seconds)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(seconds)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class);
  }

  private static void run(ChainedOptionsBuilder options, String suffix, List<Cost> costs) {
    try {
      for (RunResult run : new Runner(options.shouldFailOnError(true).build()).run()) {
        Result<?> time = run.getPrimaryResult();
        Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes == null) {
          bytes = run.getSecondaryResults().get("·gc.alloc.rate.norm");
        }
        String by = run.getParams().getParam("by");
        costs.add(
            new Cost(
                time.getLabel() + (by == null ? suffix : ", " + by),
                time.getScore(),
                time.getScoreError(),
                bytes == null ? Double.NaN : bytes.getScore()));
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("the micro-benchmarks failed", e);
    }
  }
}
