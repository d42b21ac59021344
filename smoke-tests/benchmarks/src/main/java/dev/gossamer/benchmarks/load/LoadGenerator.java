package dev.gossamer.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a fixed rate. Each line of standard input is a load: port, path, requests per second,
 * connections, seconds, how many requests a connection sends at once, and after how many seconds to
 * end in any case, separated by blanks. Ends when standard input does.
 *
 * <p>Latency counts from when a request was due, so that a server that stalls is not spared the
 * requests that had to wait meanwhile. A server that cannot keep up gets fewer where both numbers
 * of seconds are the same. Prints a line for each load: requests, failures, median and 99th
 * percentile of the latency in microseconds.
 */
final class LoadGenerator {
  private LoadGenerator() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    BufferedReader loads =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = loads.readLine(); line != null; line = loads.readLine()) {
      System.out.println(load(line.split(" ")));
    }
  }

  private static String load(String[] words) throws InterruptedException {
    int port = Integer.parseInt(words[0]);
    String path = words[1];
    int rate = Integer.parseInt(words[2]);
    int connections = Integer.parseInt(words[3]);
    int seconds = Integer.parseInt(words[4]);
    int atOnce = Integer.parseInt(words[5]);
    int most = Integer.parseInt(words[6]);

    Latencies latencies = new Latencies();
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    long between = 1_000_000_000L * connections * atOnce / rate;
    for (int i = 0; i < connections; i++) {
      long first = start + between * i / connections;
      long end = start + seconds * 1_000_000_000L;
      long limit = start + most * 1_000_000_000L;
      Thread thread =
          new Thread(
              () -> send(port, path, atOnce, first, between, end, limit, latencies), "load-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return latencies.report();
  }

  private static void send(
      int port,
      String path,
      int atOnce,
      long first,
      long between,
      long end,
      long limit,
      Latencies latencies) {
    HttpConnection connection = new HttpConnection(port, path);
    try {
      for (long due = first; due < end && System.nanoTime() < limit; due += between) {
        for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
          LockSupport.parkNanos(ahead);
        }
        int fine = connection.requests(atOnce);
        for (int i = 0; i < atOnce; i++) {
          latencies.add((System.nanoTime() - due) / 1000, i < fine);
        }
      }
    } catch (IOException | RuntimeException e) {
      // The latter where an answer is none of HTTP's.
      latencies.add((System.nanoTime() - first) / 1000, false);
    } finally {
      connection.close();
    }
  }
}
