package dev.gossamer.benchmarks;

import java.io.IOException;

/** Runs one application. */
interface Runner {
  /**
   * @param round from 0
   */
  Run run(Agent agent, int round) throws IOException, InterruptedException;
}
