package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.testing.app.ConnectionPoolApp;

/** Opens pools of Tomcat's copy of DBCP. */
final class TomcatDbcpApp {
  private TomcatDbcpApp() {}

  public static void main(String[] args) throws Exception {
    ConnectionPoolApp.run(new TomcatDbcpPoolsUnderTest());
  }
}
