package dev.gossamer.smoke.app;

/** The smallest application; with an argument it makes that request, and main returns. */
public final class HelloApp {
  private HelloApp() {}

  /** Says hello. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      dev.gossamer.testing.app.TestApp.get(arguments[0]);
    }
    System.out.println("hello");
  }
}
