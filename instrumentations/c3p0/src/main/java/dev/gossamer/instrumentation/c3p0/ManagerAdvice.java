package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.impl.C3P0PooledConnectionPoolManager;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import javax.sql.ConnectionPoolDataSource;
import org.jspecify.annotations.Nullable;

/** A data source makes what makes its pools. */
final class ManagerAdvice {
  private ManagerAdvice() {}

  @Exit
  static void exit(
      @This C3P0PooledConnectionPoolManager manager,
      @Argument(0) ConnectionPoolDataSource connections,
      @Argument(4) @Nullable String token,
      @Argument(5) @Nullable String name) {
    C3p0Pools.SOURCES.set(manager, new Source(connections, token, name));
  }
}
