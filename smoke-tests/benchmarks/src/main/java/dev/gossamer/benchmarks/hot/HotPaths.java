package dev.gossamer.benchmarks.hot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the micro-benchmarks, each in a JVM of its own. */
public final class HotPaths {
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
   * @param log what JMH itself has to say
   */
  public static List<Cost> measure(int seconds, int forks, Path javaHome, Path log) {
    try {
      var options =
          new OptionsBuilder()
              .include(RequestBenchmark.class.getName() + ".*")
              .jvm(javaHome.resolve("bin/java").toString())
              .jvmArgsAppend("-Xmx256m", "-XX:+UseSerialGC")
              .forks(forks)
              .warmupIterations(seconds)
              .warmupTime(TimeValue.seconds(1))
              .measurementIterations(seconds)
              .measurementTime(TimeValue.seconds(1))
              .addProfiler(GCProfiler.class)
              .output(log.toString())
              .build();
      List<Cost> costs = new ArrayList<>();
      for (RunResult run : new Runner(options).run()) {
        Result<?> time = run.getPrimaryResult();
        Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes == null) {
          bytes = run.getSecondaryResults().get("·gc.alloc.rate.norm");
        }
        costs.add(
            new Cost(
                time.getLabel(),
                time.getScore(),
                time.getScoreError(),
                bytes == null ? Double.NaN : bytes.getScore()));
      }
      return costs;
    } catch (RunnerException e) {
      throw new IllegalStateException("the micro-benchmarks failed; see " + log, e);
    }
  }
}
