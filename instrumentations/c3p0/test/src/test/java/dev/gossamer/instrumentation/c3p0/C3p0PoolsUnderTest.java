package dev.gossamer.instrumentation.c3p0;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import dev.gossamer.testing.app.PoolUnderTest;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The pools of c3p0. */
public final class C3p0PoolsUnderTest implements PoolUnderTest {
  @Override
  public DataSource open(@Nullable String name, String url) {
    ComboPooledDataSource pool = new ComboPooledDataSource();
    pool.setJdbcUrl(url);
    pool.setUser("sa");
    pool.setPassword("");
    if (name != null) {
      pool.setDataSourceName(name);
    }
    pool.setInitialPoolSize(1);
    pool.setMinPoolSize(1);
    pool.setMaxPoolSize(3);
    pool.setCheckoutTimeout(1000);
    return pool;
  }

  @Override
  public void close(DataSource pool) {
    ((ComboPooledDataSource) pool).close();
  }
}
