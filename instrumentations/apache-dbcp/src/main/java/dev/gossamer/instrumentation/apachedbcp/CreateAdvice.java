package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.jspecify.annotations.Nullable;

/** A connection is opened for a pool. */
final class CreateAdvice {
  private CreateAdvice() {}

  @Enter
  static PoolTimer enter() {
    return new PoolTimer();
  }

  @Exit
  static void exit(
      @State @Nullable PoolTimer timer,
      @This PoolableConnectionFactory factory,
      @Thrown @Nullable Throwable thrown) {
    MeasuredPool<GenericObjectPool<?>> measured = DbcpPools.POOLS.get(factory);
    if (timer != null && measured != null && thrown == null) {
      timer.created(measured);
    }
  }
}
