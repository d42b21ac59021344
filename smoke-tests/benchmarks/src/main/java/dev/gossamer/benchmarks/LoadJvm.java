package dev.gossamer.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The load generator, in a JVM that lasts: one that starts for each load is busy with itself for a
 * second, on the processor that it shares with all that the application asks.
 */
final class LoadJvm implements AutoCloseable {
  private static final int END_LIMIT_SECONDS = 10;

  private final List<String> command;
  private @Nullable Process process;

  /** It starts with the first load. */
  LoadJvm(List<String> command) {
    this.command = command;
  }

  /** Hands it a line, and waits for the one that it answers with. */
  String ask(String load) throws IOException {
    Process running = process;
    if (running == null) {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      ChildJvm.clean(builder.environment());
      running = builder.start();
      process = running;
    }
    try {
      Writer loads = running.outputWriter();
      loads.write(load + "\n");
      loads.flush();
      BufferedReader answers = running.inputReader();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("the load generator ended");
      }
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    Process running = process;
    process = null;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
