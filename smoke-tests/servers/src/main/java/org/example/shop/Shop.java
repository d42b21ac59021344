package org.example.shop;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the servlets share: a database and a thread, from deployment to undeployment. */
@WebListener
public final class Shop implements ServletContextListener {
  private static final String NAME = Shop.class.getName();

  private final Properties settings = new Properties();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private @Nullable DataSource database;
  private @Nullable Connection open;
  private @Nullable Object deployed;

  static Shop of(ServletContext context) {
    return (Shop) context.getAttribute(NAME);
  }

  @Override
  @SuppressWarnings("BanJNDI") // The name is the operator's.
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    deployed = Deployed.ONCE;
    try (InputStream in = context.getResourceAsStream("/WEB-INF/shop.properties")) {
      settings.load(in);
      String name = settings.getProperty("database");
      database =
          name == null ? OwnDatabase.dataSource() : (DataSource) new InitialContext().lookup(name);
      open = database.getConnection();
      try (Statement statement = open.createStatement()) {
        statement.execute(
            "CREATE TABLE IF NOT EXISTS item AS SELECT 42 AS id, CAST('tea' AS VARCHAR) AS name");
      }
    } catch (IOException | NamingException | SQLException e) {
      throw new IllegalStateException("the shop does not open", e);
    }
    context.setAttribute(NAME, this);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    executor.shutdown();
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
      if (open != null && settings.getProperty("database") == null) {
        OwnDatabase.close(open);
      } else if (open != null) {
        open.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException("the shop does not close", e);
    }
  }

  String version() {
    return settings.getProperty("version");
  }

  /** Asks the database on the shop's own thread. */
  Future<String> name(int id) {
    return executor.submit(() -> query(id));
  }

  private String query(int id) throws SQLException {
    if (database == null || deployed == null) {
      throw new SQLException("closed");
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT name FROM item WHERE id = ?")) {
      statement.setInt(1, id);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getString(1) : "nothing";
      }
    }
  }
}
