package dev.gossamer.instrumentation.tomcatjdbc;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the pool that stands behind every data source of the library. */
public final class TomcatJdbcInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("tomcat-jdbc").measuresOnly().supports("Tomcat JDBC pool", "8.5 to 11.0");

    String configuration = "org.apache.tomcat.jdbc.pool.PoolConfiguration";
    String connection = "org.apache.tomcat.jdbc.pool.PooledConnection";
    it.onType("org.apache.tomcat.jdbc.pool.ConnectionPool")
        .carryState()
        .advise(method("init").takes(configuration), InitAdvice.class)
        .advise(constructor().takes(configuration), ReadyAdvice.class)
        .advise(method("createConnection").takesFirst("long", connection), CreateAdvice.class)
        .advise(
            method("borrowConnection").takes("int", "java.lang.String", "java.lang.String"),
            BorrowAdvice.class)
        .advise(method("returnConnection").takes(connection), ReturnAdvice.class)
        .advise(method("close").takes("boolean"), CloseAdvice.class);
    it.onType(connection).carryState();
  }
}
