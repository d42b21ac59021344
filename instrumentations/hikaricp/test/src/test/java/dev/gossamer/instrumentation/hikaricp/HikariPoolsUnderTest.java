package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gossamer.testing.app.PoolUnderTest;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hikari's pools. */
public final class HikariPoolsUnderTest implements PoolUnderTest {
  @Override
  public DataSource open(@Nullable String name, String url) {
    return new HikariDataSource(config(name, url));
  }

  static HikariConfig config(@Nullable String name, String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setPassword("");
    if (name != null) {
      config.setPoolName(name);
    }
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(1000);
    return config;
  }

  @Override
  public void close(DataSource pool) {
    ((HikariDataSource) pool).close();
  }
}
