package dev.gossamer.benchmarks;

import java.io.IOException;

/** The compilers of a JVM that is measured. */
final class Compilers {
  private static final int MOST_SECONDS = 20;

  /** In a second. */
  private static final double IDLE_NANOS = 20e6;

  private Compilers() {}

  /** What they have used so far. */
  static double nanos(ChildJvm jvm) throws IOException {
    return jvm.threadTimes().values().stream()
        .filter(ChildJvm.ThreadTime::compiler)
        .mapToDouble(ChildJvm.ThreadTime::nanos)
        .sum();
  }

  /** Waits until they have done what the load so far gave them to do. */
  static void awaitIdle(ChildJvm jvm) throws IOException, InterruptedException {
    double before = nanos(jvm);
    for (int second = 0; second < MOST_SECONDS; second++) {
      Thread.sleep(1000);
      double now = nanos(jvm);
      if (now - before < IDLE_NANOS) {
        return;
      }
      before = now;
    }
  }
}
