package dev.gossamer.benchmarks;

import java.nio.file.Path;

/**
 * What every measurement of a run shares.
 *
 * @param logs where the applications' output goes
 * @param failures what could not be measured
 */
record Harness(
    Settings settings,
    SinkJvm sink,
    Processors processors,
    Jcmd jcmd,
    Load load,
    Path logs,
    Failures failures) {

  static Harness of(
      Settings settings,
      SinkJvm sink,
      Processors processors,
      Load load,
      Path logs,
      Failures failures) {
    return new Harness(
        settings, sink, processors, new Jcmd(settings.javaHome()), load, logs, failures);
  }
}
