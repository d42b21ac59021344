package dev.gossamer.shop.inventory;

import dev.gossamer.shop.wire.Cart;
import dev.gossamer.shop.wire.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** {@code POST /reservations}: takes a cart out of the stock, or answers 409. */
final class ReservationServlet extends HttpServlet {
  /** Slow on purpose: there is an index on sku, but not on upper(sku), so it reads every row. */
  private static final String STOCK =
      "SELECT upper(sku) AS sku, sum(quantity) AS pieces FROM stock_movement"
          + " WHERE upper(sku) = ANY (?) GROUP BY upper(sku)";

  private static final String TAKE = "INSERT INTO stock_movement (sku, quantity) VALUES (?, ?)";

  private final transient DataSource database;

  ReservationServlet(DataSource database) {
    this.database = database;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Cart cart = Json.read(request.getInputStream(), Cart.class);
    boolean taken;
    try (Connection connection = database.getConnection()) {
      taken = inStock(connection, cart.items());
      if (taken) {
        take(connection, cart.items());
      }
    } catch (SQLException e) {
      throw new ServletException(e);
    }
    response.setStatus(taken ? 201 : 409);
    response.setContentType("application/json");
    response.getWriter().write(Json.write(Map.of("reserved", taken)));
  }

  private static boolean inStock(Connection connection, List<Cart.Item> items) throws SQLException {
    Map<String, Integer> stock = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(STOCK)) {
      Object[] skus = items.stream().map(item -> upper(item.sku())).toArray();
      statement.setArray(1, connection.createArrayOf("text", skus));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          stock.put(row.getString("sku"), row.getInt("pieces"));
        }
      }
    }
    return items.stream()
        .allMatch(item -> stock.getOrDefault(upper(item.sku()), 0) >= item.quantity());
  }

  private static void take(Connection connection, List<Cart.Item> items) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      for (Cart.Item item : items) {
        statement.setString(1, item.sku());
        statement.setInt(2, -item.quantity());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static String upper(String sku) {
    return sku.toUpperCase(Locale.ROOT);
  }
}
