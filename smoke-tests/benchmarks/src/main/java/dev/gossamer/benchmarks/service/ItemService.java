package dev.gossamer.benchmarks.service;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /items?id=7&lines=10}: one query and so many lines of the log for each request. {@code
 * GET /allocated}: bytes, by all threads. Arguments: port, folder for Tomcat.
 */
final class ItemService {
  private static final int ITEMS = 1000;

  private ItemService() {}

  public static void main(String[] args) throws LifecycleException, SQLException {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:h2:mem:items;DB_CLOSE_DELAY=-1");
    pool.setMaximumPoolSize(8);
    DataSource database = new HikariDataSource(pool);
    fill(database);

    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[1]);
    tomcat.setPort(Integer.parseInt(args[0]));
    Context context = tomcat.addContext("", new File(args[1]).getAbsolutePath());
    Tomcat.addServlet(context, "items", new ItemServlet(database));
    context.addServletMappingDecoded("/items", "items");
    Tomcat.addServlet(context, "allocated", new AllocatedServlet());
    context.addServletMappingDecoded("/allocated", "allocated");
    tomcat.getConnector();
    tomcat.start();
    tomcat.getServer().await();
  }

  private static void fill(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement table =
          connection.prepareStatement(
              "CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(40), cents INT)")) {
        table.execute();
      }
      try (PreparedStatement rows =
          connection.prepareStatement(
              "INSERT INTO item SELECT x, 'item ' || x, x * 7 FROM system_range(1, ?)")) {
        rows.setInt(1, ITEMS);
        rows.executeUpdate();
      }
    }
  }

  private static final class AllocatedServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long bytes = 0;
      for (long allocated : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
        bytes += Math.max(0, allocated);
      }
      response.getWriter().print(bytes);
    }
  }

  private static final class ItemServlet extends HttpServlet {
    private static final Logger LOGGER = LoggerFactory.getLogger(ItemServlet.class);

    private final transient DataSource database;

    ItemServlet(DataSource database) {
      this.database = database;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (Connection connection = database.getConnection();
          PreparedStatement query =
              connection.prepareStatement("SELECT name, cents FROM item WHERE id = ?")) {
        int id = Integer.parseInt(request.getParameter("id"));
        String lines = request.getParameter("lines");
        for (int i = lines == null ? 0 : Integer.parseInt(lines); i > 0; i--) {
          LOGGER.info("item {} is asked for, {} to go", id, i);
        }
        query.setInt(1, id);
        try (ResultSet row = query.executeQuery()) {
          response.setContentType("text/plain");
          response
              .getWriter()
              .print(row.next() ? row.getString(1) + " " + row.getInt(2) : "no such item");
        }
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
