package dev.gossamer.shop.infrastructure;

import dev.gossamer.shop.launch.Launched;
import dev.gossamer.testing.servers.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of the shop's own, with the shop's tables and rows. */
final class Database {
  private Database() {}

  public static void main(String[] args) throws Exception {
    Launched.endWithDemo();
    PostgresServer server =
        PostgresServer.embedded(Path.of(Launched.setting("SHOP_DATABASE_HOME")));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    createShop(server);
    Launched.ready(server.port());
    Thread.currentThread().join();
  }

  private static void createShop(PostgresServer server) throws SQLException, IOException {
    try (InputStream sql = Database.class.getResourceAsStream("shop.sql");
        Connection connection = DriverManager.getConnection(server.url(), PostgresServer.USER, "");
        Statement statement = connection.createStatement()) {
      if (sql == null) {
        throw new IllegalStateException("shop.sql is not on the class path");
      }
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
