package dev.gossamer.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the measured application and its load on processors of their own, where the machine has two
 * and the {@code taskset} command.
 */
final class Processors {
  private final boolean pinning;

  private Processors(boolean pinning) {
    this.pinning = pinning;
  }

  static Processors find() throws InterruptedException {
    boolean pinning = Runtime.getRuntime().availableProcessors() > 1 && run("taskset", "--version");
    return new Processors(pinning);
  }

  boolean pinning() {
    return pinning;
  }

  /** Moves all threads of a process to the processor of the application. */
  void pinApplication(long pid) throws InterruptedException {
    if (pinning) {
      run("taskset", "-a", "-c", "-p", "0", Long.toString(pid));
    }
  }

  /** Moves all threads of a process to the processor of all the rest. */
  void pinRest(long pid) throws InterruptedException {
    if (pinning) {
      run("taskset", "-a", "-c", "-p", "1", Long.toString(pid));
    }
  }

  /** The command, on the processor of all the rest. */
  List<String> onRest(List<String> command) {
    List<String> pinned = new ArrayList<>();
    if (pinning) {
      pinned.addAll(List.of("taskset", "-c", "1"));
    }
    pinned.addAll(command);
    return pinned;
  }

  /** The command, on one processor: that of the application. */
  List<String> onOne(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
    pinned.addAll(command);
    return pinned;
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
