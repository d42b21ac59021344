package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.testing.app.ConnectionPoolApp;

/** Opens pools of Tomcat JDBC pool. */
final class TomcatJdbcApp {
  private TomcatJdbcApp() {}

  public static void main(String[] args) throws Exception {
    ConnectionPoolApp.run(new TomcatJdbcPoolsUnderTest());
  }
}
