package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.testing.app.PoolUnderTest;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.jspecify.annotations.Nullable;

/** DBCP's pools. */
public final class DbcpPoolsUnderTest implements PoolUnderTest {
  @Override
  public DataSource open(@Nullable String name, String url) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(url);
    pool.setUsername("sa");
    pool.setPassword("");
    if (name != null) {
      pool.setJmxName("org.example:type=pool,name=" + name);
    }
    pool.setMaxTotal(3);
    pool.setMaxIdle(2);
    pool.setMinIdle(1);
    pool.setMaxWaitMillis(1000);
    return pool;
  }

  @Override
  public void close(DataSource pool) throws Exception {
    ((BasicDataSource) pool).close();
  }
}
