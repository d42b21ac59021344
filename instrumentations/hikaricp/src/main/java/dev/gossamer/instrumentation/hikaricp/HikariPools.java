package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.database.MeasuredPool;
import dev.gossamer.api.database.PoolTimer;
import java.sql.Connection;

/** What is kept on Hikari's objects. */
final class HikariPools {
  /** On a pool, whose base class is of the library's own. */
  static final ObjectState<Object, MeasuredPool<HikariPool>> POOLS = new ObjectState<>();

  /** On a connection that the application has. */
  static final ObjectState<Connection, PoolTimer> BORROWED = new ObjectState<>();

  private HikariPools() {}
}
