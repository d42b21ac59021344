package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import org.jspecify.annotations.Nullable;

/** A pool opens a connection. */
final class CreateAdvice {
  private CreateAdvice() {}

  @Enter
  static PoolTimer enter() {
    return new PoolTimer();
  }

  @Exit
  static void exit(
      @State @Nullable PoolTimer timer, @This Object pool, @Thrown @Nullable Throwable thrown) {
    MeasuredPool<HikariPool> measured = HikariPools.POOLS.get(pool);
    if (timer != null && measured != null && thrown == null) {
      timer.created(measured);
    }
  }
}
