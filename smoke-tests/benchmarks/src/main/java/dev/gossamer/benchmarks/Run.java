package dev.gossamer.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One application under one agent, once.
 *
 * @param values mutable: what a comparison with the run without agent adds
 * @param threads names of the Java threads and how often each occurs
 */
record Run(
    Agent agent,
    Map<Measure, Double> values,
    Map<String, Integer> threads,
    List<String> outLines,
    List<String> errLines) {

  static Map<Measure, Double> noValues() {
    return new EnumMap<>(Measure.class);
  }

  /** Adds what only a run without agent, in the same round, tells: threads and lines. */
  void compareWith(Run none) {
    int added = 0;
    for (Map.Entry<String, Integer> thread : threads.entrySet()) {
      added += Math.max(0, thread.getValue() - none.threads.getOrDefault(thread.getKey(), 0));
    }
    values.put(Measure.THREADS, (double) added);
    values.put(Measure.STDOUT_LINES, (double) outLines.size() - none.outLines.size());
    values.put(Measure.STDERR_LINES, (double) errLines.size() - none.errLines.size());
  }
}
