package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.PoolTimer;
import java.sql.Connection;

/** The application gives a connection back, as often as it likes. */
final class ReturnAdvice {
  private ReturnAdvice() {}

  @Exit
  static void exit(@This Connection connection) {
    PoolTimer timer = DbcpPools.BORROWED.take(connection);
    if (timer != null) {
      timer.returned();
    }
  }
}
