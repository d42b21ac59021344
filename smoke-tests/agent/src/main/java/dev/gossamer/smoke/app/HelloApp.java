package dev.gossamer.smoke.app;

import dev.gossamer.testing.app.TestApp;

/**
 * The smallest application, whose main returns; told to, it waits for its standard input first, or
 * makes a request.
 */
public final class HelloApp {
  private HelloApp() {}

  /** Says hello. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("wait")) {
      System.in.read();
    } else if (arguments.length > 0) {
      TestApp.get(arguments[0]);
    }
    System.out.println("hello");
  }
}
