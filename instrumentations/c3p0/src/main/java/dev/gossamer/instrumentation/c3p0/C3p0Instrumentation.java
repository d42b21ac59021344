package dev.gossamer.instrumentation.c3p0;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises the pool inside a data source, of which there is one for each user. A data source makes
 * its pool when it is asked for anything, also for the number of its connections.
 */
public final class C3p0Instrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("c3p0").measuresOnly().supports("c3p0", "0.9.5 to 0.12");

    String connection = "javax.sql.PooledConnection";
    it.onType("com.mchange.v2.c3p0.impl.C3P0PooledConnectionPoolManager")
        .carryState()
        .advise(constructor().takesFirst("javax.sql.ConnectionPoolDataSource"), ManagerAdvice.class)
        .advise(method("createPooledConnectionPool"), PoolAdvice.class);
    it.onType("com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool")
        .carryState()
        .advise(method("checkoutPooledConnection").takes(), BorrowAdvice.class)
        .advise(method("checkinPooledConnection").takes(connection), ReturnAdvice.class)
        .advise(method("close").takes("boolean"), CloseAdvice.class);
    it.onType(
            "com.mchange.v2.c3p0.impl.NewPooledConnection",
            "com.mchange.v2.c3p0.impl.C3P0PooledConnection")
        .carryState();
  }
}
