package dev.gossamer.instrumentation.tomcatjdbc;

import dev.gossamer.testing.app.PoolUnderTest;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jspecify.annotations.Nullable;

/** Tomcat's JDBC pools. */
public final class TomcatJdbcPoolsUnderTest implements PoolUnderTest {
  @Override
  public DataSource open(@Nullable String name, String url) throws Exception {
    DataSource pool = new DataSource(properties(name, url));
    pool.createPool();
    return pool;
  }

  static PoolProperties properties(@Nullable String name, String url) {
    PoolProperties properties = new PoolProperties();
    properties.setUrl(url);
    properties.setUsername("sa");
    properties.setPassword("");
    properties.setDriverClassName("org.h2.Driver");
    if (name != null) {
      properties.setName(name);
    }
    properties.setInitialSize(1);
    properties.setMaxActive(3);
    properties.setMaxIdle(2);
    properties.setMinIdle(1);
    properties.setMaxWait(1000);
    return properties;
  }

  @Override
  public void close(javax.sql.DataSource pool) {
    ((DataSource) pool).close(true);
  }
}
