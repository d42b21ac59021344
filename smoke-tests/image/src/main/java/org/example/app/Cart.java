package org.example.app;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;

/** Answers requests, and calls others. */
public final class Cart {
  private Cart() {}

  /** Runs it until the test ends it. */
  public static void main(String[] arguments) throws IOException {
    TestApp.command("ok", a -> "fine");
    TestApp.command("get", a -> String.valueOf(TestApp.get(a[0])));
    TestApp.serve();
  }
}
