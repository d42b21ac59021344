package dev.gossamer.instrumentation.c3p0;

import dev.gossamer.testing.app.ConnectionPoolApp;

/** Opens pools of c3p0. */
final class C3p0App {
  private C3p0App() {}

  public static void main(String[] args) throws Exception {
    ConnectionPoolApp.run(new C3p0PoolsUnderTest());
  }
}
