package dev.gossamer.instrumentation.hikaricp;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.database.PoolTimer;
import java.sql.Connection;

/** The application gives a connection back, as often as it likes. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Exit
  static void exit(@This Connection connection) {
    PoolTimer timer = HikariPools.BORROWED.take(connection);
    if (timer != null) {
      timer.returned();
    }
  }
}
