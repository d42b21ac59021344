package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.gossamer.api.database.ConnectionPoolAdapter;
import java.lang.ref.WeakReference;

/** What a pool and its configuration say, which may change while it runs. */
final class HikariAdapter implements ConnectionPoolAdapter<HikariPool> {
  // A HikariDataSource is the configuration of its pool, and refers to it.
  private final WeakReference<HikariConfig> config;

  HikariAdapter(HikariConfig config) {
    this.config = new WeakReference<>(config);
  }

  @Override
  public long used(HikariPool pool) {
    return pool.getActiveConnections();
  }

  @Override
  public long idle(HikariPool pool) {
    return pool.getIdleConnections();
  }

  @Override
  public long idleMin(HikariPool pool) {
    HikariConfig asked = config.get();
    return asked == null ? UNKNOWN : asked.getMinimumIdle();
  }

  @Override
  public long max(HikariPool pool) {
    HikariConfig asked = config.get();
    return asked == null ? UNKNOWN : asked.getMaximumPoolSize();
  }

  @Override
  public long pending(HikariPool pool) {
    return pool.getThreadsAwaitingConnection();
  }
}
