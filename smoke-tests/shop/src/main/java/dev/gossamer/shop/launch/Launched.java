package dev.gossamer.shop.launch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The child's side of a process that the demo starts. */
public final class Launched {
  /** Starts the line on standard output that says where the process listens. */
  static final String READY = "shop: ready on port ";

  private Launched() {}

  /**
   * The value of an environment variable that the demo sets.
   *
   * @throws IllegalStateException if it is missing
   */
  public static String setting(String name) {
    @Nullable String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: the demo sets it when it starts this");
    }
    return value;
  }

  /**
   * From now on ends this process when the demo is gone: standard input is a pipe from it, which
   * the operating system closes however it ends.
   */
  public static void endWithDemo() {
    Thread watch = new Thread(Launched::exitAtEndOfInput, "demo-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Tells the demo that requests are welcome.
   *
   * @param port where this process listens, 0 if it doesn't
   */
  public static void ready(int port) {
    System.out.println(READY + port);
  }

  private static void exitAtEndOfInput() {
    try {
      while (System.in.read() != -1) {
        continue;
      }
    } catch (IOException closed) {
      System.err.println("shop: the demo is gone: " + closed.getMessage());
    }
    System.exit(0);
  }
}
