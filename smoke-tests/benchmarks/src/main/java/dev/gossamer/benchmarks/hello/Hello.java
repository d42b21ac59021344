package dev.gossamer.benchmarks.hello;

import java.io.IOException;

/**
 * Says on standard output when main() was reached ({@link System#nanoTime}, which is one clock for
 * all processes of a machine), and ends: at once, or with {@code wait} when standard input does.
 */
final class Hello {
  private Hello() {}

  public static void main(String[] args) throws IOException {
    System.out.println(System.nanoTime());
    if (args.length > 0) {
      int end = System.in.read();
      if (end >= 0) {
        throw new IOException("standard input is only to be closed");
      }
    }
  }
}
