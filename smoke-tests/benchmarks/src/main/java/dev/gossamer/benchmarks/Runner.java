package dev.gossamer.benchmarks;

import java.io.IOException;
import java.util.List;

/** Runs one application. */
interface Runner {
  /**
   * Once under each agent.
   *
   * @param agents one of them, unless they run {@link #together}
   * @param round from 0
   */
  List<Run> run(List<Agent> agents, int round) throws IOException, InterruptedException;

  /** Whether all agents are measured at once. */
  default boolean together() {
    return false;
  }
}
