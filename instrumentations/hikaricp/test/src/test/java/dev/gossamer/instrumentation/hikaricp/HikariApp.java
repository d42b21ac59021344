package dev.gossamer.instrumentation.hikaricp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gossamer.testing.app.ConnectionPoolApp;
import dev.gossamer.testing.app.TestApp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Opens Hikari's pools, also one that tells the application's own registry. */
final class HikariApp {
  private HikariApp() {}

  public static void main(String[] args) throws Exception {
    TestApp.command("micrometer", a -> ofMicrometer(a[0], a[1]));
    TestApp.command("woven", a -> isWoven());
    ConnectionPoolApp.run(new HikariPoolsUnderTest());
  }

  /** What the application's registry was told of one connection that was used. */
  private static String ofMicrometer(String name, String url) throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    HikariConfig config = HikariPoolsUnderTest.config(name, url);
    config.setMetricRegistry(registry);
    HikariDataSource pool = new HikariDataSource(config);
    try (Connection used = pool.getConnection()) {
      used.isValid(1);
    }
    List<String> told = new ArrayList<>();
    for (String timer : new String[] {"acquire", "usage"}) {
      told.add(timer + " " + registry.get("hikaricp.connections." + timer).timer().count());
    }
    told.add("max " + registry.get("hikaricp.connections.max").gauge().value());
    return told.toString();
  }

  /** Whether the agent's state is among the members of a pool. */
  private static String isWoven() throws ClassNotFoundException {
    Class<?> pool = Class.forName("com.zaxxer.hikari.pool.HikariPool");
    for (Class<?> implemented : pool.getSuperclass().getInterfaces()) {
      if (implemented.getSimpleName().startsWith("Gossamer")) {
        return "woven";
      }
    }
    return "untouched";
  }
}
