package dev.gossamer.instrumentation.apachedbcp;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises the data source that makes its pool when it is first used. */
public final class DbcpInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("apache-dbcp")
        .measuresOnly()
        .supports("Apache DBCP", "2.0 to 2.14")
        .supports("Tomcat DBCP", "8.5 to 11.0")
        .alsoFor("org.apache.commons.dbcp2", "org.apache.tomcat.dbcp.dbcp2")
        .alsoFor("org.apache.commons.pool2", "org.apache.tomcat.dbcp.pool2");

    it.onType("org.apache.commons.dbcp2.BasicDataSource")
        .carryState()
        .advise(
            method("createConnectionPool")
                .takes("org.apache.commons.dbcp2.PoolableConnectionFactory"),
            PoolAdvice.class)
        .advise(method("getConnection").takes(), BorrowAdvice.class)
        .advise(method("close", "closeConnectionPool").takes(), CloseAdvice.class);
    it.onType("org.apache.commons.dbcp2.PoolableConnectionFactory")
        .carryState()
        .advise(method("makeObject").takes(), CreateAdvice.class);
    it.onType("org.apache.commons.dbcp2.PoolingDataSource$PoolGuardConnectionWrapper")
        .carryState()
        .advise(method("close").takes(), ReturnAdvice.class);
  }
}
