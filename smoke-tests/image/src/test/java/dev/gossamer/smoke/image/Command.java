package dev.gossamer.smoke.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A program of this machine, started in the project's folder. */
final class Command {
  /** The project's folder. */
  static final Path ROOT = Path.of(System.getProperty("gossamer.root"));

  private static final long DEADLINE_SECONDS = 180;

  private final List<String> words;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * What became of it.
   *
   * @param out what it wrote to standard output, without the last line's end
   */
  record Result(List<String> words, int code, String out, String error) {
    /**
     * What it wrote to standard output.
     *
     * @throws AssertionError when it failed
     */
    String succeeded() {
      if (code != 0) {
        throw new AssertionError(this);
      }
      return out;
    }
  }

  Command(String... words) {
    this(List.of(words));
  }

  Command(List<String> words) {
    this.words = new ArrayList<>(words);
  }

  /** Whether a program of this name is on the path. */
  static boolean exists(String program) {
    return new Command("sh", "-c", "command -v " + program).run().code == 0;
  }

  Command env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Result run() {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path error = Files.createTempFile("error", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(error.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError(words + " does not end:\n" + text(out) + text(error));
        }
        return new Result(words, process.exitValue(), text(out), text(error));
      } finally {
        Files.delete(out);
        Files.delete(error);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + words, e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).stripTrailing();
  }
}
