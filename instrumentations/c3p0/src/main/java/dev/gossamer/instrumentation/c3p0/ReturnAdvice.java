package dev.gossamer.instrumentation.c3p0;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.database.PoolTimer;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/** The application gives a connection back: once it is back, another thread may have it. */
final class ReturnAdvice {
  private ReturnAdvice() {}

  @Enter
  static void enter(@Argument(0) @Nullable PooledConnection connection) {
    PoolTimer timer = connection == null ? null : C3p0Pools.BORROWED.take(connection);
    if (timer != null) {
      timer.returned();
    }
  }
}
