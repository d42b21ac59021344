package dev.gossamer.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines a process has written to one of its streams. Thread-safe. */
final class OutputLines {
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;
  private boolean ended;

  OutputLines(String name, InputStream stream) {
    reader = new Thread(() -> read(stream), name);
    reader.setDaemon(true);
    reader.start();
  }

  synchronized List<String> all() {
    return List.copyOf(lines);
  }

  /** The first line from {@code from} on that matches; null when there is none in time. */
  synchronized @Nullable String await(int from, Predicate<String> condition, Duration deadline)
      throws InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    int next = from;
    while (true) {
      for (; next < lines.size(); next++) {
        if (condition.test(lines.get(next))) {
          return lines.get(next);
        }
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (ended || left <= 0) {
        return null;
      }
      wait(left);
    }
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /** Waits until the stream has ended. */
  void join(Duration deadline) throws InterruptedException {
    reader.join(deadline.toMillis());
  }

  private void read(InputStream stream) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (this) {
          lines.add(line);
          notifyAll();
        }
      }
    } catch (IOException e) {
      // The process was killed.
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }
}
