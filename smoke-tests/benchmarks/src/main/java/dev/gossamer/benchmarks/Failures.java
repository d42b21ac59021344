package dev.gossamer.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What went wrong, told at once and in the report: a part that fails costs no other. */
final class Failures {
  private final List<String> lines = new ArrayList<>();

  /** A part of a run. */
  interface Part {
    void run() throws Exception;
  }

  /**
   * Runs it; nothing but an interruption comes out of it.
   *
   * @param what was to be measured
   */
  void attempt(String what, Part part) throws InterruptedException {
    try {
      part.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      lines.add(what + ": " + e);
      System.err.println("FAILED " + what + ": " + e);
    }
  }

  List<String> lines() {
    return lines;
  }
}
