package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.testing.app.ConnectionPoolApp;

/** Opens pools of Apache DBCP. */
final class DbcpApp {
  private DbcpApp() {}

  public static void main(String[] args) throws Exception {
    ConnectionPoolApp.run(new DbcpPoolsUnderTest());
  }
}
