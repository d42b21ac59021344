package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.database.PoolTimer;
import org.apache.tomcat.jdbc.pool.PooledConnection;
import org.jspecify.annotations.Nullable;

/** The application gives a connection back: once it is back, another thread may have it. */
final class ReturnAdvice {
  private ReturnAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable PooledConnection connection) {
    PoolTimer timer = connection == null ? null : TomcatPools.BORROWED.take(connection);
    if (timer != null) {
      timer.returned();
    }
  }
}
